"""Steps of a calculation, term by term: 0.9 · 0.04 + 0.1 · 0.2 = 0.036 + 0.02 = 0.056.

A sum of rounded terms may hide that one of them is wrong. So where all terms but one are what was
computed before, that one is compared by itself.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hooks.calculation.claims import Chain, Member
from hooks.calculation.quantity import Quantity
from hooks.calculation.readings import may_have_value
from hooks.calculation.tree import (
    KNOWN,
    Around,
    Binary,
    Call,
    Component,
    Negative,
    Node,
    Number,
    Reading,
    literal,
)
from hooks.record import replace

Pair = tuple[Node, Node]
TWO = Number(Quantity.of(2, "2"))


def steps(chain: Chain) -> Iterator[list[tuple[Member, Member]]]:
    """For each two expressions that are built alike their parts that are not written alike."""
    for first, second in pairwise(chain.members):
        are_read = may_have_value(first) and may_have_value(second)
        is_number = literal(second.tree) and not is_imaginary(first.tree)
        if are_read and first.tree.parts and not is_number:
            for pairs in alike(first.tree, second.tree):
                yield [(replace(first, tree=one), moved(second, other)) for one, other in pairs]


def alike(first: Node, second: Node) -> Iterator[list[Pair]]:
    """The parts of two expressions that are built alike, and the parts of these."""
    if is_imaginary(first):
        squared = second.parts[0] if is_root(second) else Binary("^", second, TWO)
        yield [(first.parts[0], squared)]
        return
    all_parts = parts(first, second)
    pairs = [pair for pair in all_parts if pair[0] != pair[1]]
    if len(all_parts) > 1 and any(literal(other) and not literal(one) for one, other in pairs):
        yield pairs
    unlike = [pair for pair in pairs if not are_one(*pair)]
    if len(unlike) == 1 and not is_scientific(unlike[0][1]):
        yield from alike(*unlike[0])


def is_scientific(node: Node) -> bool:
    """Whether it is one number in two factors: 1.76 · 10^−5."""
    return isinstance(node, Binary) and literal(node) is not None


def is_root(node: Node) -> bool:
    return isinstance(node, Call) and node.name == "sqrt" and len(node.parts) == 1


def is_imaginary(node: Node) -> bool:
    """Whether it is the root of a negative number."""
    value = node.parts[0].evaluate(Reading()) if is_root(node) else None
    return value is not None and value[1] < 0


def are_one(first: Node, second: Node) -> bool:
    """Whether two expressions have the same value exactly."""
    values = [node.evaluate(Reading()) for node in (first, second)]
    return values[0] is not None and values[0] == values[1]


def parts(first: Node, second: Node) -> list[Pair]:
    """The terms of two sums, the factors of two products, …; nothing if they are not alike."""
    match first, second:
        case Binary(op="/"), Binary(op="/"):
            return list(zip(first.parts, second.parts, strict=True))
        case Binary(), Binary():
            return paired(terms(first), terms(second)) or paired(factors(first), factors(second))
        case Call(), Call() if first.name == second.name:
            is_plain = len(first.parts) == 1 or first.name not in KNOWN  # C(5, 2 + 1) = C(5, 2)
            return paired(first.parts, second.parts) if is_plain else []
        case Around(), Around() if type(first) is type(second):
            return [(first.part, second.part)]
    return []


def paired(first: Sequence[Node], second: Sequence[Node]) -> list[Pair]:
    return list(zip(first, second, strict=True)) if len(first) == len(second) else []


def terms(tree: Node) -> list[Node]:
    """The terms of a sum with their signs; nothing if it is none."""
    if not isinstance(tree, Binary) or tree.op not in "+−":
        return []
    last = Negative(tree.right) if tree.op == "−" else tree.right
    return [*(terms(tree.left) or [tree.left]), last]


def factors(tree: Node) -> list[Node]:
    """The factors of a product, 4/10 and 3/16 of 4/10 · 3/16; nothing if it is none."""
    if not isinstance(tree, Binary) or tree.op not in "×/":
        return []
    before = factors(tree.left)
    if tree.op == "×":
        return [*(before or [tree.left]), tree.right]
    return [*before[:-1], Binary("/", before[-1], tree.right)] if before else [tree]


def moved(member: Member, tree: Node) -> Member:
    """A member with another tree, at the place of that tree if it is known."""
    number = next((n for n in tree.walk() if isinstance(n, Number)), None)
    is_own = number is not None and number.start >= 0 and not isinstance(tree, Component)
    return replace(member, tree=tree, offset=number.start if is_own else member.offset)
