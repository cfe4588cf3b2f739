"""The tree of an arithmetic expression, evaluated without rounding errors.

A tree keeps every name it meets (`TP`, `recall`, f(x)) as a symbol; an expression that holds one
has no value. Sums, products, quotients and integer powers are exact fractions; roots, logarithms
and exponentials are intervals that hold the true value.
"""

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from hooks.calculation.interval import (
    CALLED,
    FUNCTIONS,
    LARGEST_BITS,
    OF_LISTS,
    OF_SAMPLES,
    Interval,
    Value,
    Vector,
    combined,
    exponential,
    flat,
    gathered,
    logarithm,
    mapped,
    near,
    point,
    shape,
    times,
    transposed,
)
from hooks.calculation.quantity import Quantity
from hooks.calculation.units import Unit
from hooks.record import record, replace

MOST_TERMS = 200  # of a sum written with ∑
PERCENT = Fraction(1, 100)
NOTHING: Mapping = MappingProxyType({})


@record
class Reading:
    """How to read what can be written in more than one way; one reading holds for a whole chain.

    log_base: of `log` without a base.
    kilo: what K, M and G stand for in units: 1000, 1024, or 1 where units are mere names.
    sample: var and std are those of a sample, not of a population.
    values: what a written number stands for, where it is not itself (a rounded result).
    names: what symbols stand for: the index of a sum, the columns of a table.
    rates: divisors of units count, so that 60 GB/min is 1 GB/s; otherwise they are mere names.
    bytes: B is a byte, not a billion.
    """

    log_base: int | None = None
    kilo: int = 1
    sample: bool = False
    values: Mapping[Fraction, Fraction] = NOTHING
    names: Mapping[str, Interval] = NOTHING
    rates: bool = False
    bytes: bool = False

    def worth(self, unit: Unit) -> Fraction:
        """How many of the smallest unit of its kind one of a unit is."""
        if self.bytes and unit.name == "B":
            return Fraction(1)
        return unit.scale(self.kilo) / (unit.per if self.rates and self.kilo > 1 else 1)


class Node:
    """A part of an expression.

    value: the interval that holds the value, or a vector of them; None if there is none: a symbol,
        a division by zero, a number too large to bother.
    evaluate: the same of a number; None for a vector.
    """

    parts: tuple["Node", ...] = ()

    def value(self, reading: Reading) -> Value | None:
        return None

    def evaluate(self, reading: Reading) -> Interval | None:
        value = self.value(reading)
        return None if isinstance(value, Vector) else value

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending += node.parts[::-1]


@record
class Number(Node):
    """A written number, percent sign included.

    start, end: offsets in the text it was read from; -1 if it was not read.
    """

    quantity: Quantity
    start: int = -1
    end: int = -1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number) and self.quantity == other.quantity

    def __hash__(self) -> int:
        return hash(self.quantity)

    def value(self, reading: Reading) -> Interval:
        value = self.quantity.value
        if reading.values:  # else the hash of a fraction takes longer than all the rest
            value = reading.values.get(value, value)
        return value, value

    def __str__(self) -> str:
        return self.quantity.text


@record
class Symbol(Node):
    """A name, or anything else that has no value of its own."""

    name: str

    def value(self, reading: Reading) -> Interval | None:
        return reading.names.get(self.name)

    def __str__(self) -> str:
        return self.name


@record
class Around(Node):
    """A node around one other; the subclass says what it makes of its value."""

    part: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.part,)

    def value(self, reading: Reading) -> Value | None:
        inner = self.part.value(reading)
        factor = point(self.factor(reading))
        return None if inner is None else mapped(lambda x: times(x, factor), inner)

    def factor(self, reading: Reading) -> Fraction:
        """What the value of the inner node is multiplied by."""
        raise NotImplementedError


class Negative(Around):
    def factor(self, reading: Reading) -> Fraction:
        return Fraction(-1)

    def __str__(self) -> str:
        return f"-{enclosed(self.part, 2)}"


class Percent(Around):
    """An expression in percent: (10/50)%."""

    def factor(self, reading: Reading) -> Fraction:
        return PERCENT

    def __str__(self) -> str:
        return f"({self.part})%"


@record
class Measure(Around):
    """A quantity with a unit or a counted noun: `40 GB`, `3 layers`, `7B`."""

    unit: Unit

    def factor(self, reading: Reading) -> Fraction:
        return reading.worth(self.unit)

    def __str__(self) -> str:
        part = self.part if isinstance(self.part, Measure) else enclosed(self.part, 3)
        return f"{part}{'' if self.unit.doubtful else ' '}{self.unit.name}"


@record
class Binary(Node):
    """left op right, with op one of + − × / ^ · (of vectors), //, mod and ± (a pair of values)."""

    op: str
    left: Node
    right: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.left, self.right

    def value(self, reading: Reading) -> Value | None:
        if known := self.of_constants(reading):
            return known
        left = self.left.value(reading)
        right = None if left is None else self.right.value(reading)
        result = None if right is None else combined(self.op, left, right)
        return result if result is not None and is_small(result) else None

    def of_constants(self, reading: Reading) -> Interval | None:
        """The value of e^x, 1/e, 2π, π/4 and π²/6, where e and π can be nothing else."""
        if self.op == "^" and self.left == E:
            power = self.right.evaluate(reading)
            return power and exponential(power)
        if self.op == "/" and self.right == E and is_whole(self.left, 1):
            return exponential(point(-1))
        if self.op == "×" and is_whole(self.left, 2) and self.right == PI:
            return near(2 * math.pi)
        if self.op == "/" and self.left in (PI, PI_SQUARED) and is_whole(self.right, 2, 3, 4, 6, 8):
            power = 1 if self.left == PI else 2
            return near(math.pi**power / int(self.right.quantity.value))
        return None

    def __str__(self) -> str:
        rank = RANKS[self.op]
        left = enclosed(self.left, rank)
        right = enclosed(self.right, rank + (self.op in ("−", "/", "//", "mod")))
        if self.op == "^":
            base = left if rank_of(self.left) > rank else f"({self.left})"
            exponent = str(self.right) if is_signed_number(self.right) else enclosed(self.right, 4)
            return f"{base}^{exponent}"
        return (
            f"{left}/{right}" if self.op == "/" else f"{left} {SHOWN.get(self.op, self.op)} {right}"
        )


@record
class Call(Node):
    """A function of arguments; it has a value if hooks.calculation.interval knows it."""

    name: str
    parts: tuple[Node, ...]

    def value(self, reading: Reading) -> Value | None:
        if self.name not in KNOWN:
            return None
        values = tuple(part.value(reading) for part in self.parts)
        if not values or None in values:
            return None
        if self.name == "log" and len(values) == 1 and not isinstance(values[0], Vector):
            return logarithm(reading.log_base, values[0])
        if self.name == "dot" and len(values) == 2:
            return combined("·", *values) if all(map(shape, values)) else None
        if self.name in IDENTITIES and len(values) == 1:
            return IDENTITIES[self.name](values[0])
        return self.applied(values, reading)

    def applied(self, values: tuple[Value, ...], reading: Reading) -> Value | None:
        """The value of a function that takes numbers, or a list of them."""
        of_lists = OF_SAMPLES.get(self.name) if reading.sample else None
        of_lists = of_lists or OF_LISTS.get(self.name)
        if of_lists and (numbers := flat(values)):
            return of_lists(numbers)
        function = FUNCTIONS.get(self.name) or CALLED.get(self.name)
        if function is None:
            return None
        try:
            if len(values) == 1:
                return mapped(function, values[0])
            return None if any(isinstance(v, Vector) for v in values) else function(*values)
        except TypeError:  # a function with as many arguments as it does not take
            return None

    def __str__(self) -> str:
        if len(self.parts) == 1 and self.name in ENCLOSING:
            return ENCLOSING[self.name].format(self.parts[0])
        if len(self.parts) == 1 and self.name in TIGHT:
            return TIGHT[self.name].format(enclosed(self.parts[0], 4))
        if len(self.parts) == 2 and self.name in ("log", "sqrt"):
            return f"{self.name}{self.parts[0]}({self.parts[1]})"
        return f"{self.name}({', '.join(map(str, self.parts))})"


@record
class Listed(Node):
    """A vector as it is written, (1, 2) or [1, 2]; a matrix is a vector of its rows."""

    parts: tuple[Node, ...]

    def value(self, reading: Reading) -> Vector | None:
        return gathered(part.value(reading) for part in self.parts)

    def __str__(self) -> str:
        return f"[{', '.join(map(str, self.parts))}]"


@record
class Component(Node):
    """One number of a vector; path: which one, as (row, column) in a matrix."""

    whole: Node
    path: tuple[int, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.whole,)

    def value(self, reading: Reading) -> Value | None:
        value = self.whole.value(reading)
        for index in self.path:
            value = value[index] if isinstance(value, Vector) else None
        return value

    def __str__(self) -> str:
        return f"{enclosed(self.whole, 4)}[{', '.join(str(index + 1) for index in self.path)}]"


@record
class Series(Node):
    """A sum or product written with ∑ or ∏ between two numbers.

    op: + or ×; index: the variable; first, last: its values.
    """

    op: str
    index: str
    first: int
    last: int
    body: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.body,)

    @property
    def terms(self) -> int:
        """How many terms are computed, those of inner series included."""
        inner = [node.terms for node in self.body.walk() if isinstance(node, Series)]
        return max(self.last - self.first + 1, 0) * max([1, *inner])

    def value(self, reading: Reading) -> Interval | None:
        if self.terms > MOST_TERMS:
            return None
        total = point(0 if self.op == "+" else 1)
        for number in range(self.first, self.last + 1):
            names = {**reading.names, self.index: point(number)}
            term = self.body.evaluate(replace(reading, names=names))
            total = None if term is None else combined(self.op, total, term)
            if total is None or not is_small(total):
                return None
        return total

    def __str__(self) -> str:
        sign = "∑" if self.op == "+" else "∏"
        return f"{sign}_{self.index}={self.first}..{self.last} {enclosed(self.body, 2)}"


def is_small(value: Value) -> bool:
    """Whether the fractions of a value are short enough to go on with."""
    if isinstance(value, Vector):
        return all(is_small(part) for part in value)
    return all(
        max(end.numerator.bit_length(), end.denominator.bit_length()) < LARGEST_BITS
        for end in value
    )


def rank_of(node: Node) -> int:
    """How tightly a node binds in writing: a sum 1, a product or sign 2, a power 3, the rest 4."""
    if isinstance(node, Binary):
        return RANKS[node.op]
    if isinstance(node, Series):
        return 1
    return 2 if isinstance(node, Negative | Measure) else 4


def enclosed(node: Node, rank: int) -> str:
    return f"({node})" if rank_of(node) < rank else str(node)


def is_signed_number(node: Node) -> bool:
    return isinstance(node, Negative) and isinstance(node.part, Number)


ENCLOSING = {"abs": "|{}|", "norm": "‖{}‖", "floor": "⌊{}⌋", "ceil": "⌈{}⌉"}
TIGHT = {"sqrt": "√{}", "factorial": "{}!"}
SHOWN = {"−": "-"}
RANKS = {"+": 1, "−": 1, "±": 1, "×": 2, "·": 2, "/": 2, "//": 2, "mod": 2, "^": 3}
KNOWN = frozenset([*FUNCTIONS, *CALLED, *OF_LISTS, "dot", "array", "transpose"])
IDENTITIES = {"array": lambda value: value, "transpose": transposed}


def is_function(word: str) -> bool:
    """Whether a word names a function that can be evaluated: log2, log_2, Exp."""
    return function_name(word) in FUNCTIONS


def function_name(word: str) -> str:
    return word.lower().replace("_", "")


def called_name(word: str) -> str:
    """The name that a word with a bracket right behind it goes by: Mean, ReLU, C, \\Phi."""
    word = word.lstrip("\\")
    if word == "Phi":
        return "Φ"
    return word if word in ("C", "Φ") or word.lower() not in KNOWN else word.lower()


# -- literals -------------------------------------------------------------------------------------


@record
class Literal:
    """A member that is one written number: 0.22, −3, 22%, 3.2 × 10^-4, 40 GB."""

    quantity: Quantity
    unit: Unit | None = None


def literal(node: Node) -> Literal | None:
    """The one written number that `node` is, or None."""
    match node:
        case Number(quantity):
            return Literal(quantity)
        case Negative(part) if inner := literal(part):
            q = inner.quantity
            return Literal(Quantity(-q.high, -q.low, q.exact, f"-{q.text}"), inner.unit)
        case Measure(part, unit) if inner := literal(part):
            if inner.unit is None:
                return Literal(inner.quantity, unit)
            if inner.unit.kind == "count" and not unit.kind:
                return Literal(inner.quantity, inner.unit.of(unit))
        case Binary("×", Number(mantissa), Binary("^", Number(ten), exponent)):
            power = literal(exponent)
            if ten.text == "10" and power and power.quantity.exact:
                return scientific(mantissa, power.quantity)
    return None


def scientific(mantissa: Quantity, power: Quantity) -> Literal | None:
    try:
        return Literal(Quantity.written(f"{mantissa.text} × 10^{int(power.value)}"))
    except ValueError:
        return None


def is_whole(node: Node, *values: int) -> bool:
    """Whether a node is one of some whole numbers."""
    return isinstance(node, Number) and node.quantity.exact and node.quantity.value in values


E = Symbol("e")
PI = Symbol("π")
PI_SQUARED = Binary("^", PI, Number(Quantity.of(2, "2")))
