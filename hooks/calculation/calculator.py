"""A calculator for Python expressions that runs no Python: only what is listed here is evaluated.

Numbers, + − * / // % **, parentheses, lists and tuples of numbers, the names pi and e, the
functions of FUNCTIONS and one generator over a range. Nothing else is looked up or called, and
sizes, depths and steps are bounded: `9**9**9` is refused, not computed.
"""

import ast
import math
import operator
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence

from hooks.calculation.distributions import DISTRIBUTIONS

Value = int | float | list

LONGEST = 500  # characters
DEEPEST = 30
MOST_STEPS = 20_000
MOST_BITS = 10_000
LARGEST_COUNT = 2_000  # that factorial, comb and perm take


class CalculationError(Exception):
    """Why an expression can't be evaluated, in a few words for its author."""


def calculate(source: str) -> Value:
    """The value of an expression: a number, or a list of numbers. Raises CalculationError."""
    return Calculator().value(parsed(source).body)


def numbers_in(source: str) -> list[float]:
    """The numbers that are written in an expression. Raises CalculationError."""
    nodes = ast.walk(parsed(source))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and is_number(node)]


def parsed(source: str) -> ast.Expression:
    if len(source) > LONGEST:
        raise CalculationError(f"it is longer than {LONGEST} characters")
    if "^" in source:
        raise CalculationError("a power is written **")
    try:
        return ast.parse(source.strip().replace("−", "-").replace("×", "*"), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else "it is nested too deeply"
        raise CalculationError(f"it is no Python expression ({reason})") from None


def is_number(node: ast.Constant) -> bool:
    return type(node.value) in (int, float)


class Calculator:
    """Evaluates one tree; it counts its steps and knows the variables of generators."""

    def __init__(self):
        self.steps = 0
        self.depth = 0
        self.variables: dict[str, Value] = {}

    def value(self, node: ast.expr) -> Value:
        self.steps += 1
        self.depth += 1
        if self.steps > MOST_STEPS:
            raise CalculationError(f"it takes more than {MOST_STEPS:,} steps")
        if self.depth > DEEPEST:
            raise CalculationError("it is nested too deeply")
        try:
            return bounded(self.evaluated(node))
        except (ArithmeticError, ValueError, TypeError, LookupError) as error:
            raise CalculationError(f"{ast.unparse(node)[:60]}: {error}") from None
        finally:
            self.depth -= 1

    def evaluated(self, node: ast.expr) -> Value:
        match node:
            case ast.Constant() if is_number(node):
                return node.value
            case ast.Name(id=name):
                return self.named(name)
            case ast.UnaryOp(op=ast.USub(), operand=part):
                return -self.number(part)
            case ast.UnaryOp(op=ast.UAdd(), operand=part):
                return self.number(part)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return OPERATORS[type(op)](self.number(left), self.number(right))
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                return [self.value(part) for part in parts]
            case ast.GeneratorExp() | ast.ListComp():
                return self.generated(node)
            case ast.Call(func=function, args=arguments, keywords=[]):
                return self.called(ast.unparse(function)[:60], arguments)
        raise CalculationError(f"`{ast.unparse(node)[:60]}` is not allowed here")

    def number(self, node: ast.expr) -> int | float:
        value = self.value(node)
        if isinstance(value, list):
            raise CalculationError(f"`{ast.unparse(node)[:60]}` is a list, not a number")
        return value

    def named(self, name: str) -> Value:
        if name in self.variables:
            return self.variables[name]
        if name not in CONSTANTS:
            raise CalculationError(f"`{name}` is not known; names are pi and e")
        return CONSTANTS[name]

    def called(self, name: str, arguments: Sequence[ast.expr]) -> Value:
        if name not in FUNCTIONS:
            raise CalculationError(f"there is no function `{name}`")
        return FUNCTIONS[name](*(self.value(argument) for argument in arguments))

    def generated(self, node: ast.GeneratorExp | ast.ListComp) -> list:
        """The values of `x**2 for x in range(3)`: one variable, no condition."""
        match node.generators:
            case [ast.comprehension(target=ast.Name(id=name), iter=source, ifs=[], is_async=0)]:
                pass
            case _:
                raise CalculationError("a generator has one variable and no condition")
        values = self.value(source)
        if not isinstance(values, list):
            raise CalculationError("a generator runs over a range or a list")
        kept = dict(self.variables)
        found = []
        for value in values:
            self.variables[name] = value
            found.append(self.value(node.elt))
        self.variables = kept
        return found


def bounded(value: Value) -> Value:
    """The value itself, unless it is no real number or too large."""
    if isinstance(value, list):
        return value
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise CalculationError("a number grows too large")
    if isinstance(value, complex) or value != value or value in (math.inf, -math.inf):
        raise CalculationError("it has no finite value")
    return value


# -- what may be called ---------------------------------------------------------------------------


def power(base: float, exponent: float) -> float:
    is_whole = isinstance(base, int) and isinstance(exponent, int)
    if is_whole and base.bit_length() * abs(exponent) > MOST_BITS:
        raise CalculationError("a power grows too large")
    return base**exponent


def counted(function: Callable[..., int]) -> Callable[..., int]:
    """A function of whole numbers, for small ones only."""

    def limited(*counts: int) -> int:
        if any(abs(count) > LARGEST_COUNT for count in counts):
            raise CalculationError(f"whole numbers go up to {LARGEST_COUNT:,} here")
        return function(*counts)

    return limited


def whole_range(*bounds: int) -> list[int]:
    numbers = range(*bounds)
    if len(numbers) > MOST_STEPS:
        raise CalculationError(f"a range has at most {MOST_STEPS:,} numbers")
    return list(numbers)


def listed(function: Callable[[list], float]) -> Callable[..., float]:
    """A function of a list that may be given its numbers one by one as well: mean(1, 2, 6)."""

    def of_list(*given: Value) -> float:
        is_list = len(given) == 1 and isinstance(given[0], list)
        return function(given[0] if is_list else list(given))

    return of_list


def rounded(value: float, digits: int = 0) -> float:
    return round(value, digits) if digits else round(value)


def dot(first: list, second: list) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def softmax(scores: list) -> list:
    raised = [math.exp(score - max(scores)) for score in scores]
    return [value / sum(raised) for value in raised]


def shares(counts: Iterable[float]) -> list[float]:
    """Probabilities; counts are divided by their sum."""
    counts = list(counts)
    total = sum(counts)
    if total <= 0 or min(counts) < 0:
        raise CalculationError("probabilities or counts are not negative, and not all zero")
    return [count / total for count in counts]


def entropy(counts: list) -> float:
    return -sum(p * math.log2(p) for p in shares(counts) if p)


def gini(counts: list) -> float:
    return 1 - sum(p * p for p in shares(counts))


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


CONSTANTS: Mapping[str, float] = {"pi": math.pi, "e": math.e}

OPERATORS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: power,
}

FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    **dict.fromkeys(["log", "ln"], math.log),
    **{name: getattr(math, name) for name in ("sqrt", "exp", "log2", "log10", "erf", "erfc")},
    **{name: getattr(math, name) for name in ("sin", "cos", "tan", "atan", "tanh")},
    **{name: getattr(math, name) for name in ("floor", "ceil")},
    **{name: counted(getattr(math, name)) for name in ("factorial", "comb", "perm")},
    "abs": abs,
    "round": rounded,
    "range": whole_range,
    "len": len,
    **{name: listed(function) for name, function in (("min", min), ("max", max), ("sum", sum))},
    "prod": listed(math.prod),
    "mean": listed(statistics.fmean),
    "median": listed(statistics.median),
    "harmonic_mean": listed(statistics.harmonic_mean),
    "geometric_mean": listed(statistics.geometric_mean),
    "stdev": listed(statistics.stdev),
    "pstdev": listed(statistics.pstdev),
    "variance": listed(statistics.variance),
    "pvariance": listed(statistics.pvariance),
    "norm2": listed(lambda parts: math.hypot(*parts)),
    "dot": dot,
    "softmax": listed(softmax),
    "entropy": listed(entropy),
    "gini": listed(gini),
    "sigmoid": sigmoid,
    **DISTRIBUTIONS,
}
