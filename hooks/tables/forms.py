"""The expressions that a column may follow from, and what may be done to the column itself.

A form takes numbers of a row, a shape turns the column into what a form gives but for a factor, a
summand or both: 1 − (1 − c)^x is a multiple of x in the shape ln(1 − y).
"""

import math
import re
from collections.abc import Callable

from hooks.pattern import Pattern
from hooks.record import record


@record
class Form:
    """A number from others of its row.

    rank: 0 if it is plain, more if it is rarely met. names: in heads of columns that it is met in.
    """

    arity: int
    rank: int
    written: str
    value: Callable[..., float]
    is_symmetric: bool = False
    names: Pattern | None = None

    @property
    def adds(self) -> bool:
        """Whether numbers are added up, which have one unit then."""
        return self.written in ("{0} + {1}", "{0} + {1} + {2}", "|{0} − {1}|")


@record
class Shape:
    """A function that turns around: what is compared of a column, and how it is turned back."""

    rank: int
    written: str  # the column itself, of what a form gives
    value: Callable[[float], float]
    inverse: Callable[[float], float]


GAP = Pattern(r"gap|differ|diff\b|error|residual|deviation|Δ|\|.*[-−–].*\|", re.I)
SQUARE = Pattern(r"²|\^2|squar|brier", re.I)
ROOT = Pattern(r"√|sqrt|root|\bs\.?[de]\b|std|grows", re.I)
INVERSE = Pattern(r"1/|\bVIF\b|inverse|reciproc|tolerance|period|latency|time|W\b", re.I)
LOG = Pattern(r"\bln\b|\blog|loss|surpris|information|nats|bits|entropy|NLL", re.I)
EXP = Pattern(r"e\^|exp\b|odds", re.I)
PART = Pattern(r"share|fraction|precision|recall|rate|[TFNP][PN][RV]|odds|prob", re.I)
OF_SUMS = Pattern(
    r"total|sum|params|together|gap|differ|diff\b|error|residual|deviation|Δ|\w [-−–+] \w|gain",
    re.I,
)
HARMONIC = Pattern(r"\bF_?[1₁]|harmonic", re.I)
LENGTH = Pattern(r"√|norm|distance|length", re.I)
GEOMETRIC = Pattern(r"√|geometric|g-mean", re.I)
OF_THREE = Pattern(r"total|sum|params|expected|error", re.I)
THRICE = Pattern(r"product|·|×", re.I)
REST = Pattern(r"gain|1 [-−–]|complement|toleran|reduct|[×÷/] ?\d", re.I)
OF_PRODUCTS = Pattern(r"product|[·×*/÷]|\bper\b|rate|share|ratio|lift", re.I)
CHANGE = Pattern(r"chang|growth|increase|interest|drop", re.I)
IDENTITY = Form(1, 0, "{0}", lambda x: x, names=REST)
SUM = Form(2, 0, "{0} + {1}", lambda x, y: x + y, True, OF_SUMS)
PRODUCT = Form(2, 0, "{0} · {1}", lambda x, y: x * y, True, OF_PRODUCTS)
FORMS = (
    IDENTITY,
    Form(1, 1, "{0}²", lambda x: x * x, names=SQUARE),
    Form(1, 1, "√{0}", math.sqrt, names=ROOT),
    Form(1, 1, "1/√{0}", lambda x: 1 / math.sqrt(x), names=ROOT),
    Form(1, 1, "1/{0}", lambda x: 1 / x, names=INVERSE),
    Form(1, 1, "ln {0}", math.log, names=LOG),
    Form(1, 1, "1/(1 − {0})", lambda x: 1 / (1 - x), names=INVERSE),
    Form(1, 1, "e^{0}", lambda x: math.exp(x) if abs(x) < 50 else math.nan, names=EXP),
    Form(
        1, 1, "2^{0}", lambda x: 2.0**x if abs(x) < 64 else math.nan, names=Pattern(r"2\^|2ⁿ", re.I)
    ),
    Form(1, 2, "ln(1 + {0})", math.log1p, names=LOG),
    Form(1, 2, "{0}·(1 − {0})", lambda x: x * (1 - x)),
    Form(1, 2, "1/(1 + {0})", lambda x: 1 / (1 + x)),
    Form(1, 2, "{0}·ln {0}", lambda x: x * math.log(x), names=LOG),
    SUM,
    PRODUCT,
    Form(2, 1, "|{0} − {1}|", lambda x, y: abs(x - y), True, GAP),
    Form(2, 1, "({0} − {1})²", lambda x, y: (x - y) ** 2, True, SQUARE),
    Form(2, 1, "{0}/({0} + {1})", lambda x, y: x / (x + y), names=PART),
    Form(2, 1, "2·{0}·{1}/({0} + {1})", lambda x, y: 2 * x * y / (x + y), True, HARMONIC),
    Form(2, 1, "{0}·(1 − {1})", lambda x, y: x * (1 - y)),
    Form(2, 1, "{0}·(1 + {1})", lambda x, y: x * (1 + y), names=CHANGE),
    Form(2, 1, "{0}²·{1}", lambda x, y: x * x * y),
    Form(2, 1, "{0}·√{1}", lambda x, y: x * math.sqrt(y), names=ROOT),
    Form(2, 1, "{0}·ln {1}", lambda x, y: x * math.log(y), names=LOG),
    Form(2, 1, "√({0}² + {1}²)", math.hypot, True, LENGTH),
    Form(2, 1, "√({0}·{1})", lambda x, y: math.sqrt(x * y), True, GEOMETRIC),
)
THREE = (
    Form(3, 1, "{0} + {1} + {2}", lambda x, y, z: x + y + z, True, OF_THREE),
    Form(3, 1, "{0} · {1} · {2}", lambda x, y, z: x * y * z, True, THRICE),
    Form(3, 2, "{0}·{1}/{2}", lambda x, y, z: x * y / z),
)
ITSELF = Shape(0, "{0}", lambda y: y, lambda y: y)
SHAPES = (
    ITSELF,
    Shape(1, "1/({0})", lambda y: 1 / y, lambda y: 1 / y),
    Shape(1, "√({0})", lambda y: y * y if y >= 0 else math.nan, math.sqrt),
    Shape(1, "exp({0})", math.log, lambda y: math.exp(min(y, 300))),
    Shape(2, "1 − exp({0})", lambda y: math.log(1 - y), lambda y: 1 - math.exp(y)),
    Shape(2, "σ({0})", lambda y: math.log(y / (1 - y)), lambda y: 1 / (1 + math.exp(-y))),
)


def applied(function: Callable[..., float], *values: float) -> float:
    """A value, or nan where there is none."""
    try:
        found = function(*values)
    except (ValueError, ZeroDivisionError, OverflowError, TypeError, KeyError):
        return math.nan
    return found if isinstance(found, float | int) else math.nan
