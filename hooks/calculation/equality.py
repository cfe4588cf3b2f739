"""Whether the members of a chain agree.

A written number claims the interval of its last digit; an expression of written numbers is exact.
A chain is wrong only if it is wrong in every reading: `log` may be natural, binary or decimal, K
may be 1000 or 1024, and a rounded number may stand for what it was rounded from.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product

from hooks.calculation.claims import Chain, Member, chains
from hooks.calculation.counts_of_node import has_impurity
from hooks.calculation.finer import finer_numbers
from hooks.calculation.interval import Vector, shape
from hooks.calculation.judgement import Judgement, Known, Verdict
from hooks.calculation.quantity import significant_digits
from hooks.calculation.readings import is_bare_log, is_quotient, is_sum, may_have_value, readings
from hooks.calculation.steps import are_one, moved, steps
from hooks.calculation.tree import (
    Binary,
    Call,
    Component,
    Listed,
    Node,
    Number,
    Reading,
    Symbol,
    literal,
)
from hooks.calculation.values import LOOSE, MANY_DIGITS, Value, is_cut_short, meets_written
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import record, replace

FAR = Fraction(2, 5)  # by which share an arrow's end is no slip for a quotient before it
CLOSE = Fraction(1, 100)  # how far a rounded result may be from what it stands for
ORDERINGS = frozenset("<>≤≥")
ARROW = "→"
NOT_EQUAL = ORDERINGS | {ARROW}
# Words of a sentence in which an arrow leads to another number, not to a result.
CHANGES = Pattern(
    r"(?<!\\)\b(?:from|to|then|updat\w+|mov\w+|becom\w+|chang\w+|drop\w*|ris\w+|gr[eo]w\w*|goes|next|before"
    r"|after|increas\w+|decreas\w+|reduc\w+|improv\w+)\b",
    re.I,
)
# Words beside which brackets are the shapes of arrays: (3, 1) + (1, 4) = (3, 4).
OF_SHAPES = Pattern(r"shape|broadcast|dimension|\bdims?\b|tensor|array|matri|layer", re.I)
OF_VERSIONS = Pattern(r"\bversions?\b|\bpython\b|\breleases?\b|\bupgrad|\binstall|semver", re.I)
GoesOn = Callable[[Node], bool]


@record
class Judged:
    """A part of a chain that was compared: its members, and what was found of them."""

    members: tuple[Member, ...]
    verdicts: tuple[Verdict, ...]


def judged_parts(chain: Chain, known: Callable[[], Known]) -> Iterator[Judged]:
    """The parts of a chain that could be compared: what is equal, and what is smaller or larger.

    known: gives what rounded results elsewhere in the page stand for; asked only if need be.
    A chain that its sentence calls a mistake gets no verdict if it is one.
    """
    if sum(may_have_value(member) for member in chain.members) < 2:
        return
    found = compared(chain, known, is_sum)
    if has_wrong(found):
        kinder = compared(chain, known, is_calculated)
        found = found if has_wrong(kinder) else kinder
    yield from found
    yield from inequalities(chain)


def has_wrong(parts: Iterable[Judged]) -> bool:
    return any(are_wrong(judged.verdicts) for judged in parts)


def compared(chain: Chain, known: Callable[[], Known], goes_on: GoesOn) -> list[Judged]:
    """What is found of a chain's equal members; goes_on: what may go on from a result."""
    whole = list(equal_parts(chain, goes_on))
    scalars = (scalar for part in whole for scalar in components(part))
    found = ((scalar, equality_verdicts(scalar, known)) for scalar in scalars)
    judged = [Judged(scalar.members, tuple(verdicts)) for scalar, verdicts in found if verdicts]
    if has_wrong(judged):
        return judged
    return judged + [wrong for part in whole for wrong in wrong_steps(part, known)]


def wrong_steps(chain: Chain, known: Callable[[], Known]) -> Iterator[Judged]:
    """What is found of a part of an expression that alone differs from what was computed there."""
    for pairs in steps(chain):
        found = [(pair, equality_verdicts(replace(chain, members=pair), known)) for pair in pairs]
        wrong = [Judged(pair, tuple(verdicts)) for pair, verdicts in found if are_wrong(verdicts)]
        others = [verdicts or may_be_one(*pair, pairs=pairs) for pair, verdicts in found]
        if len(wrong) == 1 and all(others):
            yield wrong[0]


def may_be_one(first: Member, second: Member, pairs: Sequence[tuple[Member, Member]]) -> bool:
    """Whether two parts are the same number, or a name and what it stands for."""
    if not isinstance(first.tree, Symbol):
        return are_one(first.tree, second.tree)
    is_moved = any(are_one(one.tree, second.tree) for one, _ in pairs)
    return literal(second.tree) is not None and not is_moved


def are_wrong(verdicts: Iterable[Verdict]) -> bool:
    return any(verdict.is_wrong for verdict in verdicts)


def equal_parts(chain: Chain, goes_on: GoesOn) -> Iterator[Chain]:
    """The runs of a chain's members that are joined by = or ≈, and by arrows to results."""
    if not any(m.relation in NOT_EQUAL or goes_on(m.tree) for m in chain.members[1:]):
        yield chain
        return
    members: list[Member] = []
    for member in chain.members:
        if begins_anew(members, member, chain, goes_on):
            yield replace(chain, members=tuple(members))
            members = []
        members.append(replace(member, relation="=") if member.relation == ARROW else member)
    yield replace(chain, members=tuple(members))


def begins_anew(members: Sequence[Member], member: Member, chain: Chain, goes_on: GoesOn) -> bool:
    """Whether a member is not claimed to be equal to those before it."""
    if member.relation in ORDERINGS:
        return True
    if member.relation == ARROW:
        return not (members and is_result(members[-1], member, chain))
    return bool(members) and is_running_total(members[-1], member, goes_on)


def is_calculated(tree: Node) -> bool:
    return isinstance(tree, Binary) and tree.op in "+−×·/"


def is_result(computed: Member, written: Member, chain: Chain) -> bool:
    """Whether an arrow leads from an expression to its value: 10/45 → 0.222, and not 1/2 → 0.9."""
    number = literal(written.tree)
    value = computed.tree.evaluate(Reading())
    if number is None or number.unit or number.quantity.exact or value is None:
        return False
    if literal(computed.tree) or CHANGES.search(chain.sentence):
        return False
    if has_impurity(computed.tree, number.quantity):
        return False
    nodes = [n for n in computed.tree.walk() if is_calculation(n)]
    off = abs(value[0] - number.quantity.value)
    near = off <= LOOSE * abs(value[0])
    if len(nodes) == 1 and is_quotient(computed.tree) and off > FAR * abs(value[0]):
        return False  # a loss that grows: 83/3 → 41.1
    long = len(nodes) > 1 or significant_digits(number.quantity.text) >= MANY_DIGITS
    return bool(nodes) and (near or long)


def is_running_total(before: Member, member: Member, goes_on: GoesOn) -> bool:
    """Whether it goes on from a result, as on a pocket calculator: 3 + 4 = 7 + 5 = 12."""
    total = member.tree
    if not goes_on(total) or not may_have_value(before):
        return False
    term = total
    while goes_on(term):
        term = term.left
    values = [node.evaluate(Reading(kilo=1000)) for node in (before.tree, term, total)]
    number = literal(term)
    if number is None or None in values[:2]:
        return False
    result, first, whole = (value and value[0] for value in values)
    is_repeated = is_about(first, result) or number.quantity.value == result  # 24 · 30 = 720 hours
    return is_repeated and not (whole and is_about(whole, result))


def is_about(value: Fraction, other: Fraction) -> bool:
    return abs(value - other) <= CLOSE * abs(other)


def is_calculation(node: Node) -> bool:
    """Whether a node computes; a product such as 3 × 3 may as well be a size."""
    return isinstance(node, Call) or (isinstance(node, Binary) and node.op != "×")


def equality_verdicts(chain: Chain, known: Callable[[], Known]) -> list[Verdict]:
    """The verdicts on members that are claimed to be the same number, in the kindest reading."""
    if sum(may_have_value(member) for member in chain.members) < 2:
        return []
    best: list[Verdict] = []
    given = readings(chain)
    for reading in given:
        verdicts = Judgement(chain, reading, known).verdicts()
        if not any(v.is_wrong for v in verdicts):
            if not verdicts and given[-1].rates:
                continue  # nothing could be compared; in another reading it may
            return verdicts
        best = best or verdicts
    if best and may_be_listed(chain) and (apart := of_list(separated(chain), known)):
        return apart
    return [] if chain.is_called_wrong or chain.is_supposed or chain.is_gloss else best


def may_be_listed(chain: Chain) -> bool:
    """Whether a dot between equations may set them apart: 2^4 = 16 · 2^5 = 32."""
    return len(chain.members) > 2 and any(is_product(m.tree) for m in chain.members[1:-1])


def is_product(tree: Node) -> bool:
    return isinstance(tree, Binary) and tree.op == "×"


def separated(chain: Chain) -> list[Chain]:
    """The equations of a chain, where the product in a member may be a mark between two."""
    parts: list[list[Member]] = [[]]
    for place, member in enumerate(chain.members):
        if 0 < place < len(chain.members) - 1 and is_product(member.tree):
            parts[-1].append(replace(member, tree=member.tree.left))
            parts.append([replace(member, tree=member.tree.right, relation="")])
        else:
            parts[-1].append(member)
    return [replace(chain, members=tuple(part)) for part in parts]


def of_list(given: Sequence[Chain], known: Callable[[], Known]) -> list[Verdict]:
    """The verdicts on equations of a list; none if they are none, or if no equation is right."""
    if any(literal(chain.members[0].tree) for chain in given):
        return []
    found = [equality_verdicts(chain, known) for chain in given]
    are_right = [not any(v.is_wrong for v in verdicts) for verdicts in found]
    return [v for verdicts in found for v in verdicts] if all(found) and any(are_right) else []


# -- vectors, and what is smaller or larger -------------------------------------------------------


def components(chain: Chain) -> Iterator[Chain]:
    """The chain itself or, if its members are vectors, a chain for each of their numbers."""
    nodes = (node for m in chain.members if m.tree.parts for node in m.tree.walk())
    if not any(isinstance(node, Listed) or is_margin(node) for node in nodes):
        yield chain
        return
    values = [None if m.doubtful else m.tree.value(Reading()) for m in chain.members]
    shapes = [shape(value) if isinstance(value, Vector) else None for value in values]
    if sum(found is not None for found in shapes) < 2:
        yield chain
        return
    first = next(found for found in shapes if found is not None)
    vectors = [m for m, found in zip(chain.members, shapes, strict=True) if found == first]
    if any(found not in (None, first) for found in shapes):
        return
    are_flat = len(first) == 1 and all(map(may_be_shapes, vectors))
    if are_flat and OF_SHAPES.search(chain.text.content):
        return
    both_margins = all(is_margin(member.tree) for member in vectors)
    for path in product(*map(range, first)):
        parts = [margin_part(m, path[0]) if both_margins else part_of(m, path) for m in vectors]
        yield replace(chain, members=tuple(parts))


def may_be_shapes(member: Member) -> bool:
    """Whether all numbers of a member are whole and positive, as the sizes of an array are."""
    numbers = [node.quantity for node in member.tree.walk() if isinstance(node, Number)]
    is_called = any(isinstance(node, Call) for node in member.tree.walk())
    return not is_called and all(q.exact and q.value > 0 for q in numbers)


def is_margin(node: Node) -> bool:
    return isinstance(node, Binary) and node.op == "±"


def margin_part(member: Member, index: int) -> Member:
    """The middle or the margin of 0.5 ± 0.1."""
    return moved(member, (member.tree.left, member.tree.right)[index])


def part_of(member: Member, path: tuple[int, ...]) -> Member:
    """One number of a vector: as it is written, or computed from the whole."""
    tree = member.tree
    for index in path:
        tree = tree.parts[index] if isinstance(tree, Listed) else None
        if tree is None:
            return moved(member, Component(member.tree, path))
    return moved(member, tree)


def inequalities(chain: Chain) -> Iterator[Judged]:
    """The judged pairs of neighbors of which one is claimed to be smaller."""
    if not any(member.relation in ORDERINGS for member in chain.members):
        return
    if OF_VERSIONS.search(chain.sentence):
        return
    for first, second in pairwise(chain.members):
        if second.relation not in ORDERINGS or not all(map(may_have_value, (first, second))):
            continue
        a, b = (Value(i, m, Reading(kilo=1000)) for i, m in enumerate((first, second)))
        if a.interval is None or b.interval is None or not may_be_ordered(a, b):
            continue
        verdict = Verdict(second)
        if not is_ordered(a, b, second.relation):
            if chain.is_hypothetical:
                continue
            verdict = Verdict(second, first, value=a.middle, own=b.middle)
        yield Judged((first, second), (verdict,))


def may_be_ordered(a: Value, b: Value) -> bool:
    """Whether two values are of one kind, as far as their units and their percent signs tell."""
    if a.kinds != b.kinds or a.nouns != b.nouns or a.is_multiple != b.is_multiple:
        return False
    if len(a.kinds) > 1 or any(is_bare_log(node) for v in (a, b) for node in v.tree.walk()):
        return False
    return a.is_percentage == b.is_percentage or max(abs(a.middle), abs(b.middle)) <= 1


def is_ordered(a: Value, b: Value, relation: str) -> bool:
    """Whether a < b can be; two written numbers are taken as they stand."""
    smaller, larger = (a, b) if relation in "<≤" else (b, a)
    if smaller.interval == larger.interval and relation in "<>":
        return not (a.is_point and b.is_point and literal(a.tree) != literal(b.tree))
    return smaller.interval[0] <= larger.interval[1]


@lru_cache(maxsize=RECENT)
def known_results(page: Question) -> dict[Fraction, list[Fraction]]:
    """What the rounded results of a page's chains stand for, by their value as written.

    `4/7 = 0.57` makes 0.57 stand for 4/7 wherever the page computes with it, and 0.43 for 3/7.
    What it rounds itself is known, too: 0.006492 by 0.0065.
    """
    results: dict[Fraction, list[Fraction]] = {}
    for chain in (part for whole in chains(page) for part in equal_parts(whole, is_sum)):
        judgement = Judgement(chain, Reading(), dict)
        computed = [value for value in judgement.values if not value.literal]
        for written in (value for value in judgement.values if value.literal):
            number = written.literal.quantity.value
            for value in computed:
                if value.middle == number or is_cut_short(value, written):
                    continue
                if meets_written(value, written, approximate=False):
                    results.setdefault(number, []).append(value.middle)
    for number, exact in [(n, tuple(e)) for n, e in results.items() if 0 < n < 1]:
        results.setdefault(1 - number, []).extend(1 - value for value in exact)
    for number, finer in finer_numbers(page).items():
        results.setdefault(number, []).extend(finer)
    return results
