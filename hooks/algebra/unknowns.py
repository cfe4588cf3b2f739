"""Formulas in any letters: their trees, their letters, and their values for numbers."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from hooks.algebra.evaluate import ELEMENTWISE, FAILURES
from hooks.algebra.grammar import Vocabulary, trees_of
from hooks.algebra.identity import with_phrases
from hooks.algebra.lexer import FUNCTIONS, Token, Unreadable
from hooks.algebra.slips import exchanged
from hooks.algebra.tree import (
    Applied,
    Bars,
    Binary,
    Call,
    Node,
    Number,
    Series,
    Sign,
    Symbol,
)
from hooks.record import replace

ELEMENTS = 3  # of a sum
LONGEST_PRODUCT = 3  # letters that may be a product of letters, or a name


def is_any_name(name: str) -> bool:
    return name not in FUNCTIONS and name.replace("_", "").isalnum() and not name[0].isdecimal()


def is_long_name(name: str) -> bool:
    return is_any_name(name) and (len(name) == 1 or len(name) > LONGEST_PRODUCT)


def trees(tokens: Sequence[Token], latex: bool) -> Iterator[Node]:
    """A formula in every reading, runs of letters as names and as products."""
    seen: list[Node] = []
    for knows in (is_any_name, is_long_name):
        read = list(tokens) if latex else with_phrases(tokens, NO_FAMILY)
        for tree in trees_of(read, Vocabulary(knows, {}, frozenset()), latex):
            if tree not in seen:
                seen.append(tree)
                yield tree


class NoFamily:
    """Stands for a family without names."""

    phrases: frozenset[str] = frozenset()


NO_FAMILY = NoFamily()


class Drawn(dict):
    """A random number for each letter, always the same at one point."""

    def __init__(self, point: int, given: Mapping[Node, float] = MappingProxyType({})):
        super().__init__(given)
        self.point = point

    def __missing__(self, letter: Node) -> float:
        self[letter] = random.Random(f"{letter}{self.point}").uniform(0.2, 0.9)
        return self[letter]


def value_of(node: Node, values: Mapping[Node, float]) -> float | None:
    """The value of a part with numbers for its letters; None if it has none."""
    try:
        value = computed(node, values)
    except (Unreadable, *FAILURES):
        return None
    return value if isinstance(value, float) and math.isfinite(value) else None


def computed(node: Node, values: Mapping[Node, float]) -> float:
    match node:
        case Number():
            return float(node.value)
        case Symbol(base="π"):
            return math.pi
        case Symbol() | Applied():
            return values[node]
        case Sign():
            return -computed(node.operand, values)
        case Binary():
            return of_two(node.op, computed(node.left, values), computed(node.right, values))
        case Bars():
            return abs(computed(node.operand, values))
        case Call():
            return of_call(node, [computed(part, values) for part in node.arguments])
        case Series(kind="sum") if node.index:
            bodies = (of_index(node, at) for at in range(ELEMENTS))
            return math.fsum(computed(body, values) for body in bodies)
    raise Unreadable(str(node))


def of_index(series: Series, at: int) -> Node:
    """The body of a sum for one index, whose letters are its own."""
    own = {x for x in letters_in(series.body) if indices_below(x) & set(series.index)}
    if not own or any(getattr(x, "base", "") in series.index for x in letters_in(series.body)):
        raise Unreadable("a sum over nothing")
    return exchanged(series.body, {x: replace(x, below=f"{x.below}#{at}") for x in own})


def indices_below(letter: Node) -> set[str]:
    return set(getattr(letter, "below", ""))


def of_two(op: str, a: float, b: float) -> float:
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "/":
            return a / b
        case "^":
            made = a**b if abs(b) < 200 else math.inf
            if isinstance(made, complex):
                raise ValueError("a root of a negative number")
            return made
    return a * b


def of_call(call: Call, arguments: Sequence[float]) -> float:
    if call.function == "log" and len(arguments) == 1:
        return math.log(arguments[0]) / (math.log(call.base) if call.base else 1.0)
    if call.function in ("max", "min"):
        return max(arguments) if call.function == "max" else min(arguments)
    if call.function == "binom" and len(arguments) == 2:
        return float(math.comb(round(arguments[0]), round(arguments[1])))
    if call.function in ELEMENTWISE and call.function != "floor" and len(arguments) == 1:
        return ELEMENTWISE[call.function](arguments[0])
    raise Unreadable(call.function)


def letters_in(node: Node) -> frozenset[Node]:
    """The letters of a formula, each a variable."""
    return frozenset(part for part in node.walk() if isinstance(part, Symbol | Applied))
