"""The value of a formula at a point: numbers, vectors and matrices for its symbols.

Two formulas are the same if they have the same value at random points (Schwartz, "Fast
probabilistic algorithms for verification of polynomial identities", 1980): a difference that
vanishes at several random points by chance is as good as impossible.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hooks.algebra.lexer import Unreadable
from hooks.algebra.tree import (
    Applied,
    Bars,
    Binary,
    Call,
    Cases,
    Condition,
    Node,
    Norm,
    Number,
    Series,
    Sign,
    Symbol,
    Text,
    Transposed,
)
from hooks.algebra.values import (
    Identity,
    Matrix,
    Value,
    Vector,
    dot,
    each,
    is_number,
    numbers,
    pairwise,
    power,
    product,
    softmax,
)
from hooks.record import record

FREE = 1  # the element that an index stands for which no sum runs over
INDICES = frozenset("ijklmnctrvwxyskuω")

FAILURES = (ArithmeticError, ValueError, LookupError, TypeError, RecursionError)


def logarithm(x: float) -> float:
    """Of nothing there is none, whatever the point: log(i − 1) of the first i."""
    if not x:
        raise ZeroDivisionError("the logarithm of 0")
    return math.log(x)


def mean(values: list[float]) -> float:
    return math.fsum(values) / len(values)


def variance(values: list[float]) -> float:
    middle = mean(values)
    return mean([(x - middle) ** 2 for x in values])


def covariance(a: list[float], b: list[float]) -> float:
    middle_a, middle_b = mean(a), mean(b)
    return mean([(x - middle_a) * (y - middle_b) for x, y in zip(a, b, strict=True)])


def correlation(a: list[float], b: list[float]) -> float:
    return covariance(a, b) / math.sqrt(variance(a) * variance(b))


ELEMENTWISE: dict[str, Callable[[float], float]] = {
    "exp": math.exp,
    "sqrt": math.sqrt,
    "abs": abs,
    "tanh": math.tanh,
    "cosh": math.cosh,
    "sinh": math.sinh,
    "erf": math.erf,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "relu": lambda x: max(0.0, x),
    "softplus": lambda x: math.log1p(math.exp(x)),
    "sign": lambda x: math.copysign(1.0, x),
    "normal": lambda x: 0.5 * math.erfc(-x / math.sqrt(2)),
    "density": lambda x: math.exp(-x * x / 2) / math.sqrt(2 * math.pi),
    "floor": lambda x: x,  # sizes in formulas are meant to divide
    "cos": math.cos,
    "sin": math.sin,
    "factorial": lambda x: math.gamma(x + 1),
}
OF_ALL: dict[str, Callable[[list[float]], float]] = {
    "sum": math.fsum,
    "mean": mean,
    "var": variance,
    "std": lambda values: math.sqrt(variance(values)),
}
OF_ELEMENTS = ("sum", "mean", "expectation")  # taken of what stands for each element: mean(|y|)
OF_TWO: dict[str, Callable[[float, float], float]] = {
    "max": max,
    "min": min,
    "pair": lambda a, b: a + math.pi * b,  # as different as the pairs: Beta(α + k, β + n − k)
    "binom": lambda n, k: math.gamma(n + 1) / (math.gamma(k + 1) * math.gamma(n - k + 1)),
}
OF_PAIRS: dict[str, Callable[[Value, Value], float]] = {
    "dot": dot,
    "cov": lambda a, b: covariance(numbers(a), numbers(b)),
    "corr": lambda a, b: correlation(numbers(a), numbers(b)),
}
COMPARED: dict[str, Callable[[float, float], bool]] = {
    ">": lambda a, b: a > b,
    "≥": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "≤": lambda a, b: a <= b,
}


@record
class Found:
    """What a symbol is in a family: a name's key, and the indices behind it."""

    key: str
    indices: tuple[str, ...] = ()


def is_row(node: Node) -> bool:
    return isinstance(node, Symbol) and node.base == "X" and bool(node.below)


Finder = Callable[[str, str, str, frozenset[str]], Found | None]


@dataclass
class Point:
    """Values at which formulas are compared.

    values: by the key of a name. find: tells name from index. dot: whether · between vectors is
    the inner product. any_base: whether the base of a logarithm does not matter.
    """

    values: dict[str, Value]
    find: Finder
    dot: bool = True
    any_base: bool = False
    is_uniform: bool = True
    bound: dict[str, tuple[int, int]] = field(default_factory=dict)
    in_whole: bool = False  # inside a sum or mean that names no index
    in_product: bool = False  # inside wᵀx, where a vector without an index is meant as a whole

    # -- names --------------------------------------------------------------------------------

    def symbol(self, node: Symbol) -> Value:
        if node.base in self.bound and not node.below:
            place, first = self.bound[node.base]
            return float(place + first)
        found = self.find(node.base, node.below, node.above, frozenset(self.bound))
        if found is None:
            raise Unreadable(node.base)
        return self.element(self.values[found.key], found.indices)

    def element(self, value: Value, indices: tuple[str, ...]) -> Value:
        """The part of a vector or matrix that indices name; in a sum, of what has none."""
        for index in indices:
            if is_number(value):
                if index in self.bound:
                    raise Unreadable("a sum over one number")
                return value
            value = value[self.place(index)]
        if isinstance(value, Vector) and not indices and self.bound and not self.in_product:
            place, _ = next(reversed(self.bound.values()))
            return value[place]
        return value

    def place(self, index: str) -> int:
        return self.bound[index][0] if index in self.bound else FREE

    # -- parts --------------------------------------------------------------------------------

    def value(self, node: Node) -> Value:
        if of_kind := VALUES.get(node.__class__):
            return of_kind(self, node)
        raise Unreadable(type(node).__name__)

    def number(self, node: Number) -> float:
        return node.value

    def opposite(self, node: Sign) -> Value:
        return product(-1.0, self.value(node.operand))

    def binary(self, node: Binary) -> Value:
        if isinstance(node.left, Transposed) and self.bound and not self.in_product:
            inner = self.inner_product(node)
            if is_number(inner):
                return inner
        if node.op in "*·@" and not self.bound:
            inner = self.product_with_example(node)
            if inner is not None:
                return inner
        left, right = self.value(node.left), self.value(node.right)
        match node.op:
            case "+":
                return pairwise(lambda a, b: a + b, left, right)
            case "-":
                return pairwise(lambda a, b: a - b, left, right)
            case "/":
                if isinstance(right, Matrix | Vector) and is_number(left):
                    return each(lambda x: left / x, right)
                return pairwise(lambda a, b: a / b, left, right)
            case "^":
                return self.raised(left, right)
            case "⊙":
                return pairwise(lambda a, b: a * b, left, right)
        both = isinstance(left, Vector) and isinstance(right, Vector)
        if both and (node.op == "@" or (node.op == "·" and self.dot)):
            return dot(left, right)
        return product(left, right)

    def inner_product(self, node: Binary) -> Value | None:
        """`wᵀx_i` in a sum over i."""
        self.in_product = True
        try:
            left, right = self.value(node.left), self.value(node.right)
            both = isinstance(left, Vector) and isinstance(right, Vector)
            return dot(left, right) if both and node.op in "*·@" else None
        finally:
            self.in_product = False

    def product_with_example(self, node: Binary) -> Value | None:
        """`wᵀx_i` and `X_i w` outside of sums: of the i-th example, which is a vector."""
        sides = (node.left, node.right)
        examples = [self.example(side) for side in sides]
        is_whole = any(isinstance(side, Transposed) or is_row(side) for side in sides)
        if not is_whole or examples.count(None) != 1:
            return None
        at = examples.index(None)
        other = self.value(sides[at])
        return dot(other, examples[1 - at]) if isinstance(other, Vector) else None

    def example(self, node: Node) -> Vector | None:
        """The vector that an indexed symbol is an example of, transposed or not."""
        node = node.operand if isinstance(node, Transposed) else node
        if not isinstance(node, Symbol) or not node.below:
            return None
        found = self.find(node.base, node.below, node.above, frozenset())
        value = self.values[found.key] if found and len(found.indices) == 1 else None
        return value if isinstance(value, Vector) else None

    def raised(self, base: Value, exponent: Value) -> Value:
        if isinstance(base, Identity):
            return base
        return power(base, exponent)

    def transposed(self, node: Transposed) -> Value:
        value = self.value(node.operand)
        return value.transposed if isinstance(value, Vector | Matrix) else value

    def call(self, node: Call) -> Value:
        name = node.function
        self.in_whole, outside = self.in_whole or name in OF_ELEMENTS, self.in_whole
        given = [self.value(a) for a in node.arguments if not is_index(a)]
        self.in_whole = outside
        if name == "log":
            base = 1.0 if self.any_base or not node.base else math.log(node.base)
            return each(lambda x: logarithm(x) / base, given[0])
        if len(given) == 2 and (name in OF_TWO or name in OF_PAIRS):
            return pairwise(OF_TWO[name], *given) if name in OF_TWO else OF_PAIRS[name](*given)
        if name == "expectation":
            if not self.is_uniform:
                raise Unreadable("an expectation over a distribution")
            name = "mean"
        if name == "norm" and len(given) == 1:
            return self.length_of(given[0], 2.0)
        if len(given) != 1:
            raise Unreadable(name)
        if name == "softmax":
            values = softmax(given[0])
            index = next((a for a in node.arguments if is_index(a)), None)
            return values[self.place(index.below)] if index else values
        if len(node.arguments) > 1:
            raise Unreadable("an index of a function")
        if name in OF_TWO or name in OF_ALL:
            if is_number(given[0]):
                return self.of_elements(name, node.arguments[0])
            return (OF_ALL.get(name) or OF_TWO[name])(numbers(given[0]))
        if name not in ELEMENTWISE:
            raise Unreadable(name)
        return each(ELEMENTWISE[name], given[0])

    def of_elements(self, name: str, body: Node) -> float:
        """`sum(p_i)`, `mean(e_i)`: of all elements that an index names which no sum binds."""
        indices = free_indices(body, self)
        if len(indices) != 1 or name not in ("sum", "mean"):
            raise Unreadable(f"{name} of a number")
        total = self.total(Series("sum", (), None, None, body), indices, 1)
        return total / self.length(body, indices[0]) if name == "mean" else total

    def applied(self, node: Applied) -> Value:
        found = self.find_applied(node)
        if found is None:
            raise Unreadable(node.text)
        return self.element(self.values[found.key], found.indices)

    def find_applied(self, node: Applied) -> Found | None:
        return find_applied(node, self.find, frozenset(self.bound))

    def bars(self, node: Bars) -> Value:
        found = self.find(node.text, "", "", frozenset(self.bound))
        if found:
            return self.element(self.values[found.key], found.indices)
        if isinstance(node.operand, Text):
            raise Unreadable(node.text)
        value = self.value(node.operand)
        whole = self.bound or self.in_whole
        if isinstance(value, Vector) and not whole and isinstance(node.operand, Symbol):
            return math.sqrt(dot(value, value))  # |a| is the length of a vector, too
        return each(abs, value)

    def norm(self, node: Norm) -> Value:
        return self.length_of(self.value(node.operand), node.order)

    def length_of(self, value: Value, order: float) -> Value:
        if is_number(value):
            return abs(value)
        if order == 1.0:
            return math.fsum(abs(x) for x in numbers(value))
        return math.sqrt(math.fsum(x * x for x in numbers(value)))

    def cases(self, node: Cases) -> Value:
        for value, condition in zip(node.values, node.conditions, strict=True):
            if self.holds(condition):
                return self.value(value)
        raise Unreadable("no case holds")

    def holds(self, condition: Node) -> bool:
        if not isinstance(condition, Condition):
            raise Unreadable("a slip put something else in its place")
        if condition.left is None or condition.right is None:
            return True
        if condition.relation not in COMPARED:
            raise Unreadable("a condition")
        left, right = self.value(condition.left), self.value(condition.right)
        if not (is_number(left) and is_number(right)):
            raise Unreadable("a condition on vectors")
        return COMPARED[condition.relation](left, right)

    # -- sums ---------------------------------------------------------------------------------

    def series(self, node: Series) -> Value:
        named = node.index or tuple(free_indices(node.body, self))
        used = [index for index in named if uses(node.body, index, self)]
        first = self.first(node.low) if node.index and node.low is not None else 1
        if not used:
            return self.whole_series(node)
        return self.total(node, used, first)

    def first(self, low: Node) -> int:
        value = self.value(low)
        if value not in (0.0, 1.0):
            raise Unreadable("a sum that starts later")
        return int(value)

    def whole_series(self, node: Series) -> Value:
        """A sum that names no index in what it sums: over the elements."""
        if self.bound:
            raise Unreadable("a sum in a sum")
        self.in_whole = True
        value = self.value(node.body)
        self.in_whole = False
        if is_number(value) and (others := free_indices(node.body, self)) and node.index:
            return self.length(node.body, others[0]) * value  # Σ_j of what only i names
        if not isinstance(value, Vector):
            raise Unreadable("a sum of one number")
        return reduced(node.kind, list(value))

    def total(self, node: Series, used: list[str], first: int) -> Value:
        index, *others = used
        length = self.length(node.body, index)
        if node.high is not None:
            self.check_end(node.high, length, first)
        before = self.bound.pop(index, None)
        parts = []
        for place in range(length):
            self.bound[index] = (place, first)
            parts.append(self.total(node, others, first) if others else self.value(node.body))
        del self.bound[index]
        if before is not None:
            self.bound[index] = before
        return reduced(node.kind, parts)

    def check_end(self, high: Node, length: int, first: int) -> None:
        """A known end must be that of the vector; an unknown one is taken for it."""
        if isinstance(high, Symbol | Bars):
            return
        try:
            value = self.value(high)
        except Unreadable:
            return
        if value != length - 1 + first:
            raise Unreadable("a sum over a part")

    def length(self, body: Node, index: str) -> int:
        """How many elements an index runs over."""
        bound = frozenset(self.bound) | {index}
        for node in body.walk():
            found = found_of(node, self.find, bound)
            if found and index in found.indices:
                value = self.values[found.key]
                for _ in range(found.indices.index(index)):
                    value = value[0]
                if not is_number(value):
                    return len(value)
        raise Unreadable("a sum over what is not known")


VALUES: dict[type[Node], Callable[[Point, Any], Value]] = {
    Number: Point.number,
    Symbol: Point.symbol,
    Sign: Point.opposite,
    Binary: Point.binary,
    Transposed: Point.transposed,
    Call: Point.call,
    Applied: Point.applied,
    Bars: Point.bars,
    Norm: Point.norm,
    Series: Point.series,
    Cases: Point.cases,
}


def reduced(kind: str, parts: list[Value]) -> Value:
    if not all(is_number(part) for part in parts):
        if kind != "sum":
            raise Unreadable("a product of vectors")
        total = parts[0]
        for part in parts[1:]:
            total = pairwise(lambda a, b: a + b, total, part)
        return total
    return math.fsum(parts) if kind == "sum" else math.prod(parts)


def is_index(node: Node) -> bool:
    return isinstance(node, Symbol) and node.base == "index"


def found_of(node: Node, find: Finder, bound: frozenset[str]) -> Found | None:
    """What a node is as a name; None if it is no name."""
    kind = node.__class__
    if kind is Symbol:
        return find(node.base, node.below, node.above, bound)
    if kind is Applied:
        return find_applied(node, find, bound)
    return find(node.text, "", "", bound) if kind is Bars else None


def find_applied(node: Applied, find: Finder, bound: frozenset[str]) -> Found | None:
    """`p(x_i)`: an element, or a name of its own."""
    return element_applied(node, find, bound) or find(node.text, "", "", bound)


def element_applied(node: Applied, find: Finder, bound: frozenset[str]) -> Found | None:
    """`p(x_i)` as `p(x)` at i, and `p(i)` as p at i."""
    argument = node.arguments[0] if len(node.arguments) == 1 else None
    if not isinstance(argument, Symbol):
        return None
    index = argument.below or argument.above
    if not index and argument.base in bound:
        index = argument.base
    if index not in bound and index not in INDICES:
        return None
    head = node.head
    if argument.base != index:
        name = f"{head.base}{'_' + head.below if head.below else ''}({argument.base})"
        if whole := find(name, "", "", bound):
            return Found(whole.key, (index,))
    element = find(head.base, head.below, "", bound)
    if element and not element.indices and argument.base in (*bound, "x", "X"):
        return Found(element.key, (index,))
    return None


def free_indices(body: Node, point: Point) -> list[str]:
    """The indices in a sum that names none: `Σ(yᵢ − ŷᵢ)²`."""
    return list(indices_in(body, point.find, frozenset(point.bound)))


def indices_in(body: Node, find: Finder, bound: frozenset[str]) -> dict[str, None]:
    """The indices of elements that no sum binds, in order."""
    found = (found_of(node, find, bound) for node in body.walk())
    return dict.fromkeys(i for name in found if name for i in name.indices if i not in bound)


def uses(body: Node, index: str, point: Point) -> bool:
    """Whether an index is used in what is summed."""
    bound = frozenset(point.bound) | {index}
    for node in body.walk():
        if isinstance(node, Symbol) and node.base == index and not node.below:
            return True
        found = found_of(node, point.find, bound)
        if found and index in found.indices:
            return True
    return False


def names_of(tree: Node, find: Finder) -> frozenset[str]:
    """The keys of all names in a formula. Raises Unreadable if one is not known."""
    names: set[str] = set()
    add_names(tree, find, frozenset(), names)
    return frozenset(names)


def add_names(tree: Node, find: Finder, bound: frozenset[str], names: set[str]) -> None:
    """The same for a part of a formula, in which some indices are bound."""
    kind = tree.__class__
    if kind is Series:
        bound |= set(tree.index or indices_in(tree.body, find, bound))
        add_names(tree.body, find, bound, names)
        return
    if kind is Symbol and (tree.base == "index" or (tree.base in bound and not tree.below)):
        return
    if found := found_of(tree, find, bound):
        names.add(found.key)
        return
    if kind in (Symbol, Applied, Text):
        raise Unreadable(getattr(tree, "text", "") or tree.base)
    for child in tree.children:
        add_names(child, find, bound, names)
