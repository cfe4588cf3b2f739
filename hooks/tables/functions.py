"""Functions of several columns, or of a whole column, and what the heads of their tables say.

Curves of one number are in `curves`.
"""

import math
import re
from collections.abc import Callable, Sequence
from statistics import fmean, pstdev, stdev

from hooks.pattern import Pattern
from hooks.record import record

Value = Callable[..., float]


@record
class Function:
    """A function of the numbers of a row.

    made: it, given all numbers of its first column. result, inputs: what the columns are called.
    """

    written: str
    made: Callable[[Sequence[float]], Value]
    result: Pattern
    inputs: tuple[Pattern, ...]


def of_row(written: str, value: Value, result: str, *inputs: str) -> Function:
    return of_column(written, lambda _: value, result, *inputs)


def of_column(
    written: str, made: Callable[[Sequence[float]], Value], result: str, *inputs: str
) -> Function:
    named = tuple(Pattern(head, re.I) for head in inputs)
    return Function(written, made, Pattern(result, re.I), named)


def cross_entropy(y: float, p: float) -> float:
    return -math.log({1.0: p, 0.0: 1 - p}[y])


def entropy(p: float) -> float:
    return -sum(q * math.log2(q) for q in (p, 1 - p) if q)


def min_max(xs: Sequence[float]) -> Value:
    return lambda x: (x - min(xs)) / (max(xs) - min(xs))


def standard(deviation: Callable[[Sequence[float]], float]) -> Callable[[Sequence[float]], Value]:
    return lambda xs: lambda x: (x - fmean(xs)) / deviation(xs)


def softmax(xs: Sequence[float]) -> Value:
    return lambda x: math.exp(x) / sum(map(math.exp, xs))


def share(xs: Sequence[float]) -> Value:
    return lambda x: x / sum(xs)


P = r"prob|\bp\b|\bp_|\bq\b|forecast|p\(|p̂|predict|confiden"
# A probability of the first of two cases, not of what has happened.
OF_ONE = rf"^(?!.*(?:true|truth|outcome|correct|actual|given|happen)).*?(?:{P}|ŷ)"
LABEL = r"\by\b|label|true|actual|outcome|observ|clicked|class|target"
LOSS = r"loss|surpris|\bnats\b|NLL|\bln\b|\blog|entropy|penalt|\bB?CE\b"
SQUARED = r"squar|brier|\)²|\)\^2"
LOGIT = r"logit|score|\bz\b|\bx\b"

FUNCTIONS = (
    of_row("−ln of {1}, or of 1 − {1}, as {0} is 1 or 0", cross_entropy, LOSS, LABEL, OF_ONE),
    of_row("({0} − {1})²", lambda y, p: (y - p) ** 2, SQUARED, LABEL, OF_ONE),
    of_row("entropy of {0} and 1 − {0}", entropy, r"entropy|\bbits\b|\bH\b", P),
    of_row("tanh {0}", math.tanh, "tanh", "."),
    of_row("max(0, 1 − {0})", lambda x: max(0.0, 1 - x), "hinge", "."),
    of_column("{0} between the least and the largest", min_max, r"min.?max|[0(\[], ?1\]", "."),
    of_column("z of {0}", standard(pstdev), r"\bz\b|z-?score|standard", "."),
    of_column("z of {0}", standard(stdev), r"\bz\b|z-?score|standard", "."),
    of_column("softmax of {0}", softmax, rf"softmax|{P}", LOGIT),
    of_column(
        "share of {0}", share, rf"posterior|normali|share|{P}", r"product|joint|weight|e\^|exp|[·×]"
    ),
)
