"""Exact arithmetic on intervals, and on vectors of them.

A value is the interval that surely holds it: a fraction is a point, a root or logarithm the two
floats around it. Vectors are nested like the lists they are written as. A function gives None
where there is no value: a division by zero, shapes that do not fit, a number too large to bother.
"""

import math
from collections.abc import Callable, Iterable
from fractions import Fraction

Interval = tuple[Fraction, Fraction]

LARGEST_BITS = 10_000  # of a numerator or denominator: no expression takes long
FLOAT_ERROR = Fraction(1, 10**12)  # relative; what a float function may be off, amply


class Vector(tuple):
    """The values of a written vector; of a matrix, its rows."""

    __slots__ = ()


Value = Interval | Vector


def point(value: Fraction | int) -> Interval:
    value = Fraction(value)
    return value, value


def near(value: float) -> Interval:
    """The interval around a float that surely holds the number it stands for."""
    exact = Fraction(value)
    error = abs(exact) * FLOAT_ERROR
    return exact - error, exact + error


def plus(a: Interval, b: Interval) -> Interval:
    return a[0] + b[0], a[1] + b[1]


def minus(a: Interval, b: Interval) -> Interval:
    return a[0] - b[1], a[1] - b[0]


def times(a: Interval, b: Interval) -> Interval:
    if a[0] == a[1] and b[0] == b[1]:
        return point(a[0] * b[0])
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


def over(a: Interval, b: Interval) -> Interval | None:
    if b[0] <= 0 <= b[1]:
        return None
    return times(a, (1 / b[1], 1 / b[0]))


def power(base: Interval, exponent: Interval) -> Interval | None:
    """base^exponent: exact for integer exponents, by logarithms for others of a positive base."""
    if exponent[0] != exponent[1] or exponent[0].denominator != 1:
        return exponential(times(logged, exponent)) if (logged := natural(base)) else None
    n = exponent[0].numerator
    bits = max(max(e.numerator.bit_length(), e.denominator.bit_length()) for e in base)
    if abs(n) * bits > LARGEST_BITS or (n < 0 and base[0] <= 0 <= base[1]):
        return None
    ends = [base[0] ** n, base[1] ** n]
    straddles = n > 0 and n % 2 == 0 and base[0] < 0 < base[1]
    return (Fraction(0) if straddles else min(ends)), max(ends)


def monotone(function: Callable[[float], float], interval: Interval | None) -> Interval | None:
    """A rising float function of an interval; None outside its domain."""
    if interval is None:
        return None
    try:
        low, high = near(function(float(interval[0]))), near(function(float(interval[1])))
    except (ValueError, OverflowError):
        return None
    return low[0], high[1]


def natural(interval: Interval | None) -> Interval | None:
    return monotone(math.log, interval)


def exponential(interval: Interval | None) -> Interval | None:
    if interval == point(0):
        return point(1)
    return monotone(math.exp, interval)


def logarithm(base: int | None, interval: Interval) -> Interval | None:
    """The logarithm to a base, to e for None. Exact for the powers of the base."""
    if base is None:
        return natural(interval)
    result = monotone(lambda x: math.log(x) / math.log(base), interval)
    if result and interval[0] == interval[1]:
        whole = round(result[0])
        if Fraction(base) ** whole == interval[0]:
            return point(whole)
    return result


def log_of(base: Interval, argument: Interval) -> Interval | None:
    """log(base, argument): what `log_2 8` is parsed into."""
    if base[0] != base[1] or base[0].denominator != 1 or base[0] <= 1:
        return None
    return logarithm(int(base[0]), argument)


def root(*arguments: Interval) -> Interval | None:
    """sqrt(x) or sqrt(n, x), exact for squares and other perfect powers."""
    n = arguments[0] if len(arguments) == 2 else point(2)
    interval = arguments[-1]
    if n[0] != n[1] or n[0].denominator != 1 or not 1 < n[0] < 100 or interval[0] < 0:
        return None
    degree = int(n[0])
    if interval[0] == interval[1]:
        value = interval[0]
        exact = Fraction(whole_root(value.numerator, degree), whole_root(value.denominator, degree))
        if exact**degree == value:
            return point(exact)
    return monotone(lambda x: x ** (1 / degree), interval)


def whole_root(number: int, degree: int) -> int:
    """The integer nearest below the root of `number`, at least 1 for positive numbers."""
    if degree == 2:
        return math.isqrt(number)
    try:
        return round(float(number) ** (1 / degree))
    except OverflowError:
        return 1


def factorial(interval: Interval) -> Interval | None:
    n = interval[0]
    whole = n == interval[1] and n.denominator == 1 and 0 <= n <= 300
    return point(math.factorial(int(n))) if whole else None


def binomial(n: Interval, k: Interval) -> Interval | None:
    whole = all(x[0] == x[1] and x[0].denominator == 1 and 0 <= x[0] <= 1000 for x in (n, k))
    return point(math.comb(int(n[0]), int(k[0]))) if whole else None


def absolute(interval: Interval) -> Interval:
    low, high = sorted(map(abs, interval))
    return (Fraction(0), high) if interval[0] < 0 < interval[1] else (low, high)


def floored(interval: Interval) -> Interval:
    return Fraction(math.floor(interval[0])), Fraction(math.floor(interval[1]))


def ceiled(interval: Interval) -> Interval:
    return Fraction(math.ceil(interval[0])), Fraction(math.ceil(interval[1]))


def cut_off(interval: Interval) -> Interval:
    """The whole part, as programs take it."""
    return floored(interval) if interval[0] >= 0 else ceiled(interval)


def floor_quotient(a: Interval, b: Interval) -> Interval | None:
    return (quotient := over(a, b)) and floored(quotient)


def remainder(a: Interval, b: Interval) -> Interval | None:
    whole = a[0] == a[1] and b[0] == b[1] and b[0] > 0
    return point(a[0] % b[0]) if whole else None


def rounded(interval: Interval, digits: Interval = (Fraction(0), Fraction(0))) -> Interval | None:
    """The value rounded to so many decimals; a half either way."""
    if digits[0] != digits[1] or digits[0].denominator != 1 or not 0 <= digits[0] <= 20:
        return None
    unit, half = Fraction(10) ** int(digits[0]), Fraction(1, 2)
    low, high = interval[0] * unit, interval[1] * unit
    return Fraction(math.ceil(low - half)) / unit, Fraction(math.floor(high + half)) / unit


def logistic(interval: Interval) -> Interval | None:
    return monotone(lambda z: 1 / (1 + math.exp(-z)), interval)


def smallest(*given: Interval) -> Interval:
    return min(x[0] for x in given), min(x[1] for x in given)


def largest(*given: Interval) -> Interval:
    return max(x[0] for x in given), max(x[1] for x in given)


def combinations(n: Interval, k: Interval) -> Interval | None:
    """C(5, 2); small arguments may be those of a cost: C(1, 0)."""
    return binomial(n, k) if n[0] >= 3 and 1 <= k[0] <= n[0] else None


# -- vectors --------------------------------------------------------------------------------------


def mapped(function: Callable[[Interval], Interval | None], value: Value) -> Value | None:
    """The function of a value, or of each number of a vector."""
    if not isinstance(value, Vector):
        return function(value)
    return gathered(mapped(function, part) for part in value)


def gathered(parts: Iterable[Value | None]) -> Vector | None:
    found = tuple(parts)
    return None if None in found else Vector(found)


def shape(value: Value) -> tuple[int, ...] | None:
    """() of a number, (3,) of a vector, (2, 3) of a matrix; None where rows differ."""
    if not isinstance(value, Vector):
        return ()
    shapes = {shape(part) for part in value}
    inner = shapes.pop() if len(shapes) == 1 else None
    return None if inner is None else (len(value), *inner)


def elementwise(function: Callable[..., Interval | None], a: Value, b: Value) -> Value | None:
    if not isinstance(a, Vector):
        return function(a, b)
    return gathered(elementwise(function, x, y) for x, y in zip(a, b, strict=True))


def combined(op: str, a: Value, b: Value) -> Value | None:
    """Two values joined by a sign of OPERATIONS; · of vectors is the dot product."""
    plain = not isinstance(a, Vector) and not isinstance(b, Vector)
    if op == "±":
        return Vector((minus(a, b), plus(a, b))) if plain else None
    if plain:
        return OPERATIONS["×" if op == "·" else op](a, b)
    shapes = shape(a), shape(b)
    if None in shapes:
        return None
    if op in ("+", "−"):
        return elementwise(OPERATIONS[op], a, b) if shapes[0] == shapes[1] else None
    if op in ("×", "·") and () in shapes:
        number, vector = (a, b) if shapes[0] == () else (b, a)
        return mapped(lambda x: times(number, x), vector)
    if op == "/" and shapes[1] == ():
        return mapped(lambda x: over(x, b), a)
    return dot(a, b, shapes) if op == "·" or len(shapes[0]) == 2 == len(shapes[1]) else None


def dot(a: Vector, b: Vector, shapes: tuple[tuple[int, ...], tuple[int, ...]]) -> Value | None:
    """The dot product of two vectors, or the product of two matrices."""
    match shapes:
        case ((n,), (m,)) if n == m:
            return added(times(x, y) for x, y in zip(a, b, strict=True))
        case ((_, n), (m, _)) if n == m:
            columns = [Vector(column) for column in zip(*b, strict=True)]
            rows = Vector(Vector(dot(r, c, ((n,), (n,))) for c in columns) for r in a)
            return rows[0][0] if shape(rows) == (1, 1) else rows
    return None


def transposed(value: Value) -> Value | None:
    """A matrix with its rows as columns; a plain vector is taken as the column it stands for."""
    dimensions = shape(value)
    if dimensions is None or len(dimensions) != 2:
        return value
    return Vector(Vector(column) for column in zip(*value, strict=True))


def added(values: Iterable[Interval]) -> Interval:
    low, high = Fraction(0), Fraction(0)
    for value in values:
        low, high = low + value[0], high + value[1]
    return low, high


def flat(given: tuple[Value, ...]) -> tuple[Interval, ...] | None:
    """The numbers that a function of a list was given, one by one or as one vector; at least 2."""
    numbers = given[0] if len(given) == 1 and isinstance(given[0], Vector) else given
    plain = len(numbers) > 1 and not any(isinstance(number, Vector) for number in numbers)
    return tuple(numbers) if plain else None


def mean(numbers: tuple[Interval, ...]) -> Interval:
    return times(added(numbers), point(Fraction(1, len(numbers))))


def median(numbers: tuple[Interval, ...]) -> Interval:
    low, high = sorted(x[0] for x in numbers), sorted(x[1] for x in numbers)
    middle = len(numbers) // 2
    first = middle if len(numbers) % 2 else middle - 1
    return (low[first] + low[middle]) / 2, (high[first] + high[middle]) / 2


def variance(numbers: tuple[Interval, ...]) -> Interval:
    """Of a population."""
    center = mean(numbers)
    return mean(tuple(power(minus(x, center), point(2)) for x in numbers))


def sample_variance(numbers: tuple[Interval, ...]) -> Interval:
    n = len(numbers)
    return times(variance(numbers), point(Fraction(n, n - 1)))


def softmax(numbers: tuple[Interval, ...]) -> Vector | None:
    top = max(x[1] for x in numbers)
    raised = [exponential((low - top, high - top)) for low, high in numbers]
    if None in raised:
        return None
    total = added(raised)
    return gathered(over(value, total) for value in raised)


def norm(numbers: tuple[Interval, ...], order: str = "2") -> Interval | None:
    sizes = tuple(absolute(x) for x in numbers)
    if order == "2":
        return root(added(power(x, point(2)) for x in sizes))
    return {"1": added, "∞": lambda x: largest(*x)}.get(order, lambda x: None)(sizes)


OPERATIONS: dict[str, Callable[[Interval, Interval], Interval | None]] = {
    "+": plus,
    "−": minus,
    "×": times,
    "/": over,
    "^": power,
    "//": floor_quotient,
    "mod": remainder,
}

# What numbers are given to, one by one.
FUNCTIONS: dict[str, Callable[..., Interval | None]] = {
    "log": log_of,
    "ln": natural,
    "log2": lambda x: logarithm(2, x),
    "log10": lambda x: logarithm(10, x),
    "lg": lambda x: logarithm(10, x),
    "exp": exponential,
    "tanh": lambda x: monotone(math.tanh, x),
    "sigmoid": logistic,
    "sqrt": root,
    "binom": binomial,
    "factorial": factorial,
    "abs": absolute,
    "floor": floored,
    "ceil": ceiled,
    "min": smallest,
    "max": largest,
}
# The same for names that are words as well: they are read only with a bracket right behind them.
CALLED: dict[str, Callable[..., Interval | None]] = {
    "round": rounded,
    "int": cut_off,
    "relu": lambda x: largest(x, point(0)),
    "log1p": lambda x: natural(plus(x, point(1))),
    "expm1": lambda x: (raised := exponential(x)) and minus(raised, point(1)),
    "cbrt": lambda x: root(point(3), x),
    "square": lambda x: power(x, point(2)),
    "comb": binomial,
    "pow": power,
    "C": combinations,
    "Φ": lambda x: monotone(lambda z: math.erfc(-z / math.sqrt(2)) / 2, x),
}
# What a list is given to, or numbers that make one.
OF_LISTS: dict[str, Callable[[tuple[Interval, ...]], Value | None]] = {
    **dict.fromkeys(["mean", "avg", "average"], mean),
    "sum": added,
    "median": median,
    **dict.fromkeys(["var", "variance"], variance),
    **dict.fromkeys(["std", "stdev", "sd"], lambda xs: root(variance(xs))),
    "softmax": softmax,
    **dict.fromkeys(["norm", "norm2"], norm),
    "norm1": lambda xs: norm(xs, "1"),
    "norm∞": lambda xs: norm(xs, "∞"),
    "min": lambda xs: smallest(*xs),
    "max": lambda xs: largest(*xs),
}
OF_SAMPLES = {
    **dict.fromkeys(["var", "variance"], sample_variance),
    **dict.fromkeys(["std", "stdev", "sd"], lambda xs: root(sample_variance(xs))),
}
