"""Whether the members of an equality chain agree.

A written number claims the interval of its last digit; an expression of written numbers is exact.
A chain is wrong only if it is wrong in every reading: `log` may be natural, binary or decimal, K
may be 1000 or 1024, and a number inside an expression may stand for the unrounded result that it
shows, where it plausibly does (see `Judgement.span`).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product

from hooks.calculation.claims import Chain, Member, chains
from hooks.calculation.counts_of_node import has_impurity
from hooks.calculation.expression import (
    Binary,
    Call,
    Component,
    Listed,
    Literal,
    Measure,
    Node,
    Number,
    Reading,
    Symbol,
    literal,
)
from hooks.calculation.interval import OF_SAMPLES, Interval, Vector, shape
from hooks.calculation.quantity import Quantity, agrees, significant_digits
from hooks.calculation.units import Unit, scales
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace

HALF = Fraction(1, 2)
FAR = Fraction(2, 5)  # by which share an arrow's end is no slip for a quotient before it
LOOSE = Fraction(15, 100)  # how far apart two expressions may be that are joined by ≈
CLOSE = Fraction(1, 100)  # how far a rounded result may be from what it stands for
WHOLE = Fraction(1, 200)  # how far an irrational value may be from the whole number it is called
ORDER = Fraction(317, 100)  # √10: a power of ten behind ≈ gives the order of magnitude
FLOAT_DIGITS = 15  # a number with as many digits is a printed float
ORDERINGS = frozenset("<>≤≥")
ARROW = "→"
NOT_EQUAL = ORDERINGS | {ARROW}
# Words of a sentence in which an arrow leads to another number, not to a result.
CHANGES = Pattern(
    r"(?<!\\)\b(?:from|to|then|updat\w+|mov\w+|becom\w+|chang\w+|drop\w*|ris\w+|gr[eo]w\w*|goes|next|before"
    r"|after|increas\w+|decreas\w+|reduc\w+|improv\w+)\b",
    re.I,
)
TENTHS = Pattern(r"-?\d{0,2}(?:\.\d)?")
# Words beside which brackets are the shapes of arrays: (3, 1) + (1, 4) = (3, 4).
OF_SHAPES = Pattern(r"shape|broadcast|dimension|\bdims?\b|tensor|array|matri|layer", re.I)
WHOLE_NOUN = Pattern(
    r"(?:mini-?)?(?:step|batch|iteration|update|machine|server|node|shard|page|GPU|replica|worker)",
    re.I,
)
OF_SAMPLE_SIZE = Pattern(
    r"\bn\s*(?:_\w+\s*)?[=≥≈]|\bsample|\bper\s+(?:group|arm|variant)\b|\bparticipants\b", re.I
)
OF_VERSIONS = Pattern(r"\bversions?\b|\bpython\b|\breleases?\b|\bupgrad|\binstall|semver", re.I)
OF_FLOATS = Pattern(r"\bfloat|\b[fb]f?p?(?:8|16|32|64)\b|precision|epsilon|mantissa", re.I)
# What a number of one unit is multiplied with to be one of another: 90 min / 60 = 1.5 h.
CONVERTING = {
    "data": frozenset([*(k**n for k in (1000, 1024) for n in range(1, 5))]),
    "time": frozenset([7, 24, 30, 60, 100, 365, 1000, 3600, 86400, 10**6, 10**9]),
}
LONG_PERIOD = Pattern(r"\b(?:month|year)")
POINTS = frozenset(["points", "point"])  # of percent, where nothing else is said
OTHER_SIZE = 100_000  # the same for sizes, which slips of units make a thousand times as large
UNRELATED = 20  # how many times as large a number is that is no rounding of another
MANY_DIGITS = 3
MOST_CORNERS = 4


@record
class Verdict:
    """What was found of one member that could be compared.

    against: the member it contradicts; None if it agrees with all.
    restated: it is right to its one digit, but the chain itself says it more exactly.
    value: of the member it contradicts, in the unit of this one; own: its own, if it is computed.
    """

    member: Member
    against: Member | None = None
    restated: bool = False
    value: Fraction = Fraction(0)
    own: Fraction = Fraction(0)

    @property
    def is_wrong(self) -> bool:
        return self.against is not None


class Value:
    """A member in one reading: the interval it was evaluated to, and what it is if one number."""

    def __init__(self, place: int, member: Member, reading: Reading):
        self.place = place
        self.member = member
        self.tree = member.tree
        self.literal = literal(member.tree)
        self.reading = reading
        is_residual = not self.literal and is_squared_error(member.tree)
        self.interval = None if is_residual else member.tree.evaluate(reading)

    @cached_property
    def units(self) -> set[Unit]:
        return {node.unit for node in self.tree.walk() if isinstance(node, Measure)}

    @cached_property
    def kinds(self) -> set[str]:
        """What is measured: data, time, …; nouns and plain multiples (million) apart.

        Where rates count, what is left of it: GB/s × s are data, GB / GB is nothing.
        """
        if self.reading.rates:
            left = dimensions(self.tree, self.reading).items()
            powers = sorted(f"{kind}^{power}".removesuffix("^1") for kind, power in left if power)
            return {" ".join(powers)} if powers else set()
        return {kind for unit in self.units if (kind := kind_of(unit, self.reading))}

    @cached_property
    def nouns(self) -> set[str]:
        return {unit.name for unit in self.units if not unit.kind}

    @cached_property
    def numbers(self) -> dict[Fraction, Number]:
        """The written numbers by their value."""
        return {n.quantity.value: n for n in self.tree.walk() if isinstance(n, Number)}

    @property
    def middle(self) -> Fraction:
        return (self.interval[0] + self.interval[1]) / 2

    @property
    def is_point(self) -> bool:
        return self.interval[0] == self.interval[1]

    @property
    def is_count(self) -> bool:
        """Whether it is one whole number: 45, 40 GB; not 45%."""
        if self.literal is None or not self.literal.quantity.exact:
            return False
        return self.literal.quantity.value.denominator == 1

    @property
    def is_percentage(self) -> bool:
        return self.literal is not None and self.literal.quantity.text.endswith("%")

    @property
    def is_multiple(self) -> bool:
        """Whether it is a number of thousands, millions, …"""
        unit = self.literal.unit if self.literal else None
        return unit is not None and unit.kind == "count"

    @property
    def claimed(self) -> Quantity:
        """What a literal claims, in the smallest unit of its kind."""
        return scaled(with_float_error(self.literal.quantity), self.unit_scale)

    @property
    def unit_scale(self) -> Fraction:
        unit = self.literal.unit
        return self.reading.worth(unit) if unit else Fraction(1)


# -- judging a chain ------------------------------------------------------------------------------


Known = Mapping[Fraction, Sequence[Fraction]]
OF_MEANS = Pattern(r"\b(?:mean|average)", re.I)
GoesOn = Callable[[Node], bool]


@record
class Judged:
    """A part of a chain that was compared: its members, and what was found of them."""

    members: tuple[Member, ...]
    verdicts: tuple[Verdict, ...]


def judge(chain: Chain, known: Callable[[], Known]) -> list[Verdict]:
    """The verdict on each member that can be compared with one before it.

    known: gives what rounded results elsewhere in the page stand for; asked only if need be.
    A chain that its sentence calls a mistake gets no verdict if it is one.
    """
    return [verdict for judged in judged_parts(chain, known) for verdict in judged.verdicts]


def judged_parts(chain: Chain, known: Callable[[], Known]) -> Iterator[Judged]:
    """The parts of a chain that could be compared: what is equal, and what is smaller or larger."""
    if sum(may_have_value(member) for member in chain.members) < 2:
        return
    found = compared(chain, known, is_sum)
    if has_wrong(found):
        kinder = compared(chain, known, is_calculated)
        found = found if has_wrong(kinder) else kinder
    yield from found
    yield from inequalities(chain)


def has_wrong(parts: Iterable[Judged]) -> bool:
    return any(verdict.is_wrong for judged in parts for verdict in judged.verdicts)


def compared(chain: Chain, known: Callable[[], Known], goes_on: GoesOn) -> list[Judged]:
    """What is found of a chain's equal members; goes_on: what may go on from a result."""
    scalars = (scalar for part in equal_parts(chain, goes_on) for scalar in components(part))
    found = ((scalar, equality_verdicts(scalar, known)) for scalar in scalars)
    return [Judged(scalar.members, tuple(verdicts)) for scalar, verdicts in found if verdicts]


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


def is_sum(tree: Node) -> bool:
    return isinstance(tree, Binary) and tree.op in "+−"


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
    if literal(term) is None or None in values[:2]:
        return False
    result, first, whole = (value and value[0] for value in values)
    return is_about(first, result) and not (whole and is_about(whole, result))


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


def moved(member: Member, tree: Node) -> Member:
    """A member with another tree, at the place of that tree if it is known."""
    number = next((n for n in tree.walk() if isinstance(n, Number)), None)
    is_own = number is not None and number.start >= 0 and not isinstance(tree, Component)
    return replace(member, tree=tree, offset=number.start if is_own else member.offset)


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


def may_have_value(member: Member) -> bool:
    return not (member.doubtful or isinstance(member.tree, Symbol))


def readings(chain: Chain) -> Sequence[Reading]:
    """The ways to read a chain as a whole, the most usual first."""
    nodes = [node for m in chain.members if m.tree.parts for node in m.tree.walk()]
    if not any(isinstance(node, READ_DIFFERENTLY) for node in nodes):
        return (PLAIN,)
    units = {n.unit for n in nodes if isinstance(n, Measure) and n.unit.kind}
    is_of_rates = any(map(is_rate, nodes))
    converts = len(units) > 1 or any(unit.prefix or unit.kind == "points" for unit in units)
    bases = (None, 2, 10) if any(map(is_bare_log, nodes)) else (None,)
    samples = (False, True) if any(map(is_of_sample, nodes)) else (False,)
    kilos = (1000, 1024, 1) if converts or is_of_rates else (1,)
    if not is_of_rates and are_all_measured(chain):
        kilos = (1000, 1024)
    rates = (False, True) if is_of_rates else (False,)
    return [
        Reading(base, kilo, sample, rates=rate, bytes=byte)
        for byte, rate, base, kilo, sample in product(
            may_be_bytes(units), rates, bases, kilos, samples
        )
    ]


def are_all_measured(chain: Chain) -> bool:
    """Whether each member has one unit of data or of time: 8 × 2 GB = 16 TB."""
    measured = [
        {node.unit.kind for node in member.tree.walk() if isinstance(node, Measure)}
        for member in chain.members
        if may_have_value(member) and member.tree.parts
    ]
    if len(measured) < 2 or len(measured[0]) != 1 or any(m != measured[0] for m in measured):
        return False
    nodes = (node for member in chain.members for node in member.tree.walk())
    numbers = {node.quantity.value for node in nodes if isinstance(node, Number)}
    (kind,) = measured[0]
    return kind in CONVERTING and CONVERTING[kind].isdisjoint(numbers)


PLAIN = Reading()
READ_DIFFERENTLY = (Measure, Call)


def may_be_bytes(units: set[Unit]) -> tuple[bool, ...]:
    """Whether B may be a byte: there are no other bytes, but a measure of data."""
    names = {unit.name for unit in units}
    is_free = "B" in names and "byte" not in names and "bytes" not in names
    return (True, False) if is_free and any(unit.kind == "data" for unit in units) else (False,)


def is_rate(node: Node) -> bool:
    if isinstance(node, Measure):
        return bool(node.unit.divisor)
    return is_quotient(node) and any(
        isinstance(part, Measure) and part.unit.kind not in ("", "count")
        for part in node.right.walk()
    )


def kind_of(unit: Unit, reading: Reading) -> str:
    """What a unit measures; "" for nouns and multiples."""
    if reading.bytes and unit.name == "B":
        return "data"
    return "" if unit.kind == "count" else unit.kind


def dimensions(tree: Node, reading: Reading, power: int = 1) -> Counter[str]:
    """What a value is measured in, and to which power: GB/s are data and time to the −1."""
    found: Counter[str] = Counter()
    if isinstance(tree, Measure):
        found[kind_of(tree.unit, reading)] += power
        found[tree.unit.divisor] -= power
    parts = [(part, power) for part in tree.parts]
    if isinstance(tree, Binary) and tree.op in "+−":
        parts = parts[:1]
    elif is_quotient(tree):
        parts = [(tree.left, power), (tree.right, -power)]
    for part, its_power in parts:
        found.update(dimensions(part, reading, its_power))
    found.pop("", None)
    return found


@lru_cache(maxsize=RECENT)
def known_results(page: Question) -> dict[Fraction, list[Fraction]]:
    """What the rounded results of a page's chains stand for, by their value as written.

    `4/7 = 0.57` makes 0.57 stand for 4/7 wherever the page computes with it.
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
    return results


class Judgement:
    """One chain in one reading."""

    def __init__(self, chain: Chain, reading: Reading, known: Callable[[], Known]):
        self.chain = chain
        self.reading = reading
        self.known = known
        members = enumerate(chain.members)
        values = (Value(i, m, reading) for i, m in members if may_have_value(m))
        self.values = [value for value in values if value.interval is not None]

    def verdicts(self) -> list[Verdict]:
        """Members are taken in turn; each must agree with all that were found right before it."""
        right: list[Value] = []
        wrong: list[tuple[Value, Value]] = []
        compared: list[Value] = []
        for value in self.values:
            others = [other for other in right if self.comparable(other, value)]
            if not right or right[-1] not in others:
                right = [value]
                continue
            compared.append(value)
            against = next((other for other in others if not self.agree(other, value)), None)
            if against is None or self.is_sum_of_rounded(right[-1], value, against):
                right.append(value)
            elif against.literal and not value.literal and len(right) == 1:
                wrong.append((against, value))  # the computed value is right, the number wrong
                right = [value]
            elif not any(self.agree(other, value) for other, _ in wrong):
                wrong.append((value, against))
        found = {value.place: self.verdict(value, against) for value, against in wrong}
        found |= self.restatements(found)
        passed = {value.place: Verdict(value.member) for value in compared}
        return [verdict for _, verdict in sorted((passed | found).items())]

    def is_sum_of_rounded(self, before: Value, value: Value, against: Value) -> bool:
        """Whether a sum is right as written: Φ(2) − Φ(−1) = 0.9772 − 0.1587 = 0.8185."""
        ops = {node.op for node in before.tree.walk() if isinstance(node, Binary)}
        if before is against or not value.literal or not ops or not ops <= set("+−"):
            return False
        written = [n.quantity for n in (*before.numbers.values(), value.literal)]
        slack = sum((q.high - q.low) / 2 for q in written)
        return self.agree(before, value) and abs(against.middle - value.middle) <= slack

    def verdict(self, value: Value, against: Value, restated: bool = False) -> Verdict:
        right = self.in_unit_of(value, against) if value.literal else against.middle
        return Verdict(value.member, against.member, restated, right, value.middle)

    def in_unit_of(self, value: Value, against: Value) -> Fraction:
        """What `against` is in the unit of a number; a value without a unit may have it already."""
        if against.kinds or not value.kinds:
            return against.middle / value.unit_scale
        written = value.literal.quantity.value
        candidates = (against.middle / value.unit_scale, against.middle)
        return min(candidates, key=lambda candidate: abs(candidate - written))

    def restatements(self, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
        """Numbers of one digit that the next member contradicts with more digits: 0.2 = 22%.

        0.2 claims all from 0.15 to 0.25, so the interval alone would let 22% pass. Joined by a
        plain =, the two do not say the same. From two digits on (0.67 = 66.7%) a finer
        restatement passes as rounding.
        """
        contradictions: dict[int, Verdict] = {}
        for first, second in pairwise(self.values):
            if first.place in found or second.place in found or not is_coarse(first, second):
                continue
            if second.place != first.place + 1 or not self.comparable(first, second):
                continue
            computed = next((v for v in self.values if not v.literal), None)
            if computed:
                contradictions[first.place] = self.verdict(first, computed, restated=True)
            else:
                contradictions[second.place] = self.verdict(second, first)
        return contradictions

    # -- two members

    def comparable(self, first: Value, second: Value) -> bool:
        """Whether the two are claimed to be the same number, as far as their units tell."""
        if second.member.aside and not self.is_quotient_restated(first, second):
            return False
        if len(first.kinds) > 1 or (first.kinds and first.kinds != second.kinds):
            return False
        if not first.kinds and second.kinds and self.is_converted(first, second):
            return False
        if first.literal and first.nouns and first.nouns != second.nouns:
            return False
        if self.is_variable(first, second) or self.is_variable(second, first):
            return False
        if are_sizes(first, second) and not self.is_evaluated(first, second):
            return False
        if first.literal and second.literal:
            return first.kinds == second.kinds and self.is_restated(first, second)
        return True

    def is_evaluated(self, first: Value, second: Value) -> bool:
        """Whether the second is a step to a number, (2 × 3) + (2 × 3) = 2 × 6 = 12, and no size of
        a matrix: (1 × 3)(3 × 1) = 1 × 1 = 1."""
        left, right = (factors(value.tree) for value in (first, second))
        fit = len(left) == 4 and left[1] == left[2] and right == [left[0], left[3]]
        return not fit and any(v.literal and v.place > second.place for v in self.values)

    def is_restated(self, first: Value, second: Value) -> bool:
        """Whether one number restates another; `1 = 90%` may as well be a legend."""
        if (
            first.kinds
            and not 1 / OTHER_SIZE < abs(second.middle / (first.middle or 1)) < OTHER_SIZE
        ):
            return False  # 4.2 bytes for each parameter, i.e. 29 GB
        if first.kinds or first.is_multiple or second.is_multiple:
            return True
        if self.approximate(first, second):
            return 1 / UNRELATED < abs(second.middle / (first.middle or 1)) < UNRELATED
        return not first.is_count and not second.is_count

    def is_converted(self, first: Value, second: Value) -> bool:
        """Whether a number without a unit got another one before: 500 × 80 = 40,000 ms = 40 s."""
        between = self.values[self.values.index(first) + 1 : self.values.index(second)]
        return any(value.kinds and value.units != second.units for value in between)

    def is_quotient_restated(self, first: Value, second: Value) -> bool:
        """Whether 0.2 (20%) restates a share: the number follows from a division."""
        quotient = any(is_quotient(v.tree) for v in self.values if v.place < second.place)
        return quotient and not first.is_percentage

    def is_variable(self, letter: Value, other: Value) -> bool:
        """Whether the K of 2K is a variable: the other side is of another order altogether."""
        if not letter.literal or not letter.literal.unit or not letter.literal.unit.doubtful:
            return False
        if letter.literal.unit.name == "m" or any(unit.kind == "count" for unit in other.units):
            return False
        if not letter.middle or not other.middle:
            return True
        unit = letter.literal.unit
        as_unit = letter.literal.quantity.value * unit.scale(1000)
        far = 2000 if "." in letter.literal.quantity.text else 10  # 1.7 M is no product
        return not Fraction(1, far) <= abs(other.middle / as_unit) <= far

    def is_sample_size(self, first: Value, second: Value) -> bool:
        """Whether a size of a sample is rounded up, as all are: n = 384.16 ≈ 385."""
        is_next = second.is_count and math.ceil(first.middle) == second.middle
        is_roughly = second.member.relation == "≈"
        return is_next and is_roughly and bool(OF_SAMPLE_SIZE.search(self.chain.sentence))

    def agree(self, first: Value, second: Value) -> bool:
        """Whether two members can be the same number; `first` stands before `second`."""
        approximate = self.approximate(first, second)
        if self.match(first, second, approximate):
            return True
        if second.kinds and not first.kinds and self.agree_without_unit(first, second):
            return True
        if (self.chain.is_of_integers and is_floor(first, second)) or is_change(first, second):
            return True
        if is_rounded_up(first, second) or self.is_sample_size(first, second):
            return True
        if self.is_over_months(first, second) or self.is_of_odds(first, second):
            return True
        if is_in_another_unit(first, second) and is_rounded_to(first.middle, second):
            return True
        if self.chain.code and is_exclusive_or(first, second):
            return True
        if is_absorbed(first, second) and OF_FLOATS.search(self.chain.sentence):
            return True
        if any(
            self.match(rescaled(first, f), rescaled(second, s), approximate)
            for f, s in self.percent_scales(first, second)
        ):
            return True
        return any(
            self.match(a, b, approximate)
            for a, b in product(self.roundings(first), self.roundings(second))
        )

    def is_of_odds(self, first: Value, second: Value) -> bool:
        """Whether the probability of odds is given: odds of 8/11, which is 42.1 %."""
        probability = first.middle / (1 + first.middle) if first.middle > 0 else None
        is_said = second.is_percentage and "odds" in self.chain.text.content
        return (
            is_said and probability is not None and agrees(second.claimed, Quantity.of(probability))
        )

    def is_over_months(self, first: Value, second: Value) -> bool:
        """Whether a rate by the day is one by the month or year, which authors give the days of."""
        by_time = [any(unit.divisor == "time" for unit in value.units) for value in (first, second)]
        return by_time[0] != by_time[1] and bool(LONG_PERIOD.search(self.chain.sentence))

    def agree_without_unit(self, first: Value, second: Value) -> bool:
        """Whether they agree where the first leaves out its unit: 66/2,000 = 33 ms, in seconds."""
        approximate = self.approximate(first, second)
        if self.match(first, bare(second), approximate):
            return True
        (kind,) = second.kinds if len(second.kinds) == 1 else ("",)
        measured = Value(second.place, second.member, replace(self.reading, kilo=1000))
        return any(self.match(rescaled(first, s), measured, approximate) for s in scales(kind))

    def approximate(self, first: Value, second: Value) -> bool:
        """Whether an ≈ stands between the two."""
        between = self.chain.members[first.place + 1 : second.place + 1]
        return any(member.relation == "≈" for member in between)

    def match(self, first: Value, second: Value, approximate: bool) -> bool:
        if first.literal and second.literal:
            return agrees(as_rounded(first, approximate), as_rounded(second, approximate))
        if not first.literal and not second.literal:
            return near_enough(first, second) if approximate else meet(first, second)
        if approximate and not second.literal and near_enough(first, second):
            return True
        computed, written = (second, first) if first.literal else (first, second)
        if not approximate and is_cut_short(computed, written):
            return False
        return meets_written(computed, written, approximate)

    def percent_scales(self, first: Value, second: Value) -> Iterator[tuple[Fraction, Fraction]]:
        """Factors for the habit of leaving a % sign out: 10/50 × 100 = 20%, 100 − 95 = 5%."""
        hundred, one = Fraction(100), Fraction(1)
        if any(v.is_percentage for v in self.values) and any(
            is_times_hundred(v.tree) for v in self.values
        ):
            yield hundred, one
            yield one, hundred
        elif second.is_percentage and (
            is_of_percents(first) or self.is_mean(first) or may_be_of_percents(first)
        ):
            yield one, hundred
        if is_of_percents_alone(first) and not second.is_percentage and abs(second.middle) >= 1:
            yield hundred, one  # 55 % − 15 % = 40
        if second.literal and self.is_in_points(second):
            yield hundred, one  # √(0.7 · 0.3/1000) ≈ 1.4 points

    def is_in_points(self, value: Value) -> bool:
        """Whether a number counts percentage points: "about 3 points: 1.96·√(…) = 3.1"."""
        is_said = "points" in self.chain.sentence and not value.units and not value.is_percentage
        return is_said or not POINTS.isdisjoint(value.nouns)

    def is_mean(self, value: Value) -> bool:
        """Whether a sum of percentages is divided: the mean of three rates is 80/3 = 26.7%."""
        is_large = is_quotient(value.tree) and value.middle >= 1
        is_of_sum = any(is_quotient(v.tree) and is_sum(v.tree.left) for v in self.values)
        return is_large and (is_of_sum or bool(OF_MEANS.search(self.chain.sentence)))

    # -- rounded intermediate results

    def roundings(self, value: Value) -> Iterator[Value]:
        """The value as it stands and, if it is computed, from the results its numbers stand for."""
        yield value
        if value.literal is None:
            spans = {
                number: span
                for number, written in value.numbers.items()
                if (span := self.span(written, value)) is not None
            }
            if spans:
                yield widened(value, spans)

    def span(self, number: Number, value: Value) -> Interval | None:
        """Between what ends a number inside an expression may lie, if it plausibly is rounded.

        It plausibly is if it first appears in a chain after an expression that has a value
        (… = 0.41 + 0.53), or shows three or more digits (0.727): then all that it claims. If it
        stands elsewhere in the page as the rounded result of a computation, or is a third or
        sixth (0.67, 0.83): then what lies between the two. Others (0.9, 0.05, 99%) are given.
        """
        quantity = number.quantity
        if number.start == number.end:
            return as_result(quantity)
        if not quantity.exact and (
            self.is_new(quantity, value) or significant_digits(quantity.text) >= MANY_DIGITS
        ):
            return quantity.low, quantity.high
        meant = list(self.known().get(quantity.value, ()))
        if not quantity.exact:
            meant += sixths(quantity)
        elif self.is_new(quantity, value) and abs(quantity.value) >= 10:
            meant += [quantity.value - HALF, quantity.value + HALF] * self.is_inexact_before(value)
        ends = [quantity.value, *meant]
        return (min(ends), max(ends)) if meant else None

    def is_new(self, quantity: Quantity, value: Value) -> bool:
        """Whether a number is no given of the chain: a computed member comes before it."""
        before = [v for v in self.values if v.place < value.place and not v.literal]
        return bool(before) and all(quantity.value not in v.numbers for v in before)

    def is_inexact_before(self, value: Value) -> bool:
        before = [v for v in self.values if v.place < value.place and not v.literal]
        return any(
            not number.quantity.exact or is_quotient(v.tree)
            for v in before
            for number in v.numbers.values()
        )


def as_result(quantity: Quantity) -> Interval:
    """What a number from another sentence may stand for: it is a result, so it may be rounded."""
    if quantity.exact and abs(quantity.value) >= 10:
        return quantity.value - HALF, quantity.value + HALF
    return quantity.low, quantity.high


# -- what members are -----------------------------------------------------------------------------


def is_coarse(first: Value, second: Value) -> bool:
    """Whether `first` shows one digit and `second`, joined by =, shows more of another number."""
    if not first.literal or not second.literal or second.member.relation != "=":
        return False
    a, b = first.literal.quantity, second.literal.quantity
    if a.exact or b.exact or second.member.aside or a.value == b.value or not agrees(a, b):
        return False
    return significant_digits(a.text) == 1 < significant_digits(b.text)


def is_cut_short(computed: Value, written: Value) -> bool:
    """Whether one digit stands for what two digits show exactly: 1/4 = 0.3, 0.6 × 0.4 = 0.2.

    Numbers with more digits may have been meant to be rounded: 0.33 + 0.33 = 0.7.
    """
    if not computed.is_point or not TENTHS.fullmatch(written.literal.quantity.text):
        return False
    value = computed.interval[0] / written.unit_scale
    is_short = (value * 100).denominator == 1 and value != written.literal.quantity.value
    return is_short and all(TENTHS.fullmatch(n.quantity.text) for n in computed.numbers.values())


def is_bare_log(node: Node) -> bool:
    return isinstance(node, Call) and node.name == "log" and len(node.parts) == 1


def is_of_sample(node: Node) -> bool:
    return isinstance(node, Call) and node.name in OF_SAMPLES


def are_sizes(first: Value, second: Value) -> bool:
    """Whether both may be shapes of matrices: (2 × 3)(3 × 4) = 2 × 4, 28 × 28 ∗ 3 × 3 = 26 × 26."""
    counts = [len(factors(value.tree)) for value in (first, second)]
    return min(counts) in (2, 3) and max(counts) >= 4


def factors(tree: Node) -> list[Fraction]:
    """The whole numbers of a product, or of a sum of products; none if it is anything else."""
    if isinstance(tree, Binary) and tree.op in "×+" and not isinstance(tree.right, Symbol):
        left, right = factors(tree.left), factors(tree.right)
        is_sum_of_numbers = tree.op == "+" and min(len(left), len(right)) < 2
        return [] if not left or not right or is_sum_of_numbers else left + right
    if isinstance(tree, Number) and tree.quantity.exact and tree.quantity.value > 0:
        return [tree.quantity.value]
    return []


def is_squared_error(tree: Node) -> bool:
    """Whether e^2 may be the square of a residual: nothing else is raised from e."""
    raised = [
        node.right
        for node in tree.walk()
        if isinstance(node, Binary) and node.op == "^" and node.left == Symbol("e")
    ]
    return bool(raised) and all(str(exponent) == "2" for exponent in raised)


def is_quotient(tree: Node) -> bool:
    return isinstance(tree, Binary) and tree.op == "/"


def is_times_hundred(tree: Node) -> bool:
    return any(
        isinstance(node, Binary)
        and node.op == "×"
        and any(isinstance(p, Number) and p.quantity.text == "100" for p in node.parts)
        for node in tree.walk()
    )


def is_of_percents_alone(value: Value) -> bool:
    """Whether it adds and subtracts numbers with a percent sign, and nothing else."""
    return all(
        node.op in "+−" if isinstance(node, Binary) else is_percentage(node)
        for node in value.tree.walk()
    )


def may_be_of_percents(value: Value) -> bool:
    """Whether it is above 1 and computed as percentages are: 26.67/5 or 0.6 × 3 + 0.4 × 5."""
    is_added = isinstance(value.tree, Binary) and value.tree.op == "+"
    return value.middle > 1 and (
        is_added or any(n > 1 and n.denominator > 1 for n in value.numbers)
    )


def is_percentage(node: Node) -> bool:
    return isinstance(node, Number) and node.quantity.text.endswith("%")


def is_of_percents(value: Value) -> bool:
    """Whether it is computed from numbers of at least 1, as percentages without their sign are.

    Sums are (100 − 95 = 5%), and shares of percentages (25 × 3/5 = 15%).
    """
    nodes = list(value.tree.walk())
    ops = {node.op for node in nodes if isinstance(node, Binary)}
    plain = all(
        isinstance(node, Binary)
        or (isinstance(node, Number) and not node.quantity.text.endswith("%"))
        for node in nodes
    )
    adds, is_share = ops <= set("+−"), set("×/") <= ops <= set("+−×/")
    is_mean = is_quotient(value.tree) and is_sum(value.tree.left) and ops <= set("+−/")
    return plain and abs(value.middle) >= 1 and (adds or is_share or is_mean)


def is_floor(first: Value, second: Value) -> bool:
    """Whether `second` is `first` rounded down, as programs divide integers."""
    return second.is_count and math.floor(first.middle) == second.middle


def is_rounded_up(first: Value, second: Value) -> bool:
    """Whether `second` counts what is needed whole: 50,000/256 = 196 steps."""
    if not second.is_count or not is_quotient(first.tree):
        return False
    is_whole = any(WHOLE_NOUN.match(noun) for noun in second.nouns)
    return is_whole and math.ceil(first.middle) == second.middle


def is_exclusive_or(first: Value, second: Value) -> bool:
    """Whether ^ may be the exclusive or of two whole numbers, as in most programs: 3 ^ 5 = 6."""
    tree = first.tree
    if not isinstance(tree, Binary) or tree.op != "^" or not second.is_count:
        return False
    operands = [literal(part) for part in tree.parts]
    if not all(o and not o.unit and o.quantity.exact and o.quantity.value >= 0 for o in operands):
        return False
    a, b = (o.quantity.value for o in operands)
    return a.denominator == b.denominator == 1 and int(a) ^ int(b) == second.middle


def is_absorbed(first: Value, second: Value) -> bool:
    """Whether a sum is one of its terms, as where floats cannot hold it: 1 + 2^−11 = 1 in fp16."""
    tree = first.tree
    if not isinstance(tree, Binary) or tree.op not in "+−" or not second.literal:
        return False
    return (second.middle, second.middle) in [part.evaluate(second.reading) for part in tree.parts]


def is_in_another_unit(first: Value, second: Value) -> bool:
    """Whether a size is said in another unit, with digits enough: 524,288 bytes = 524 kB."""
    both = first.literal and second.literal and first.units and first.units != second.units
    return bool(both) and significant_digits(second.literal.quantity.text) >= MANY_DIGITS


def is_rounded_to(size: Fraction, value: Value) -> bool:
    """Whether a number is a size in its unit, rounded."""
    return agrees(Quantity.of(size), scaled(value.literal.quantity.rounded(), value.unit_scale))


def is_change(first: Value, second: Value) -> bool:
    """Whether a negative percentage says how much less it has become: 80/100 = −20%."""
    less = second.middle
    return second.is_percentage and less < 0 < first.middle and first.middle == 1 + less


def sixths(quantity: Quantity) -> list[Fraction]:
    """Thirds and sixths that two digits show: 2/3 for 0.67, 5/6 for 83%; above 1 only thirds."""
    if significant_digits(quantity.text) != 2:
        return []
    share = Fraction(round(quantity.value * 6), 6)
    is_likely = share.denominator == 3 or (share.denominator == 6 and abs(share) < 1)
    return [share] if quantity.low <= share <= quantity.high and is_likely else []


# -- numbers --------------------------------------------------------------------------------------


def scaled(quantity: Quantity, scale: Fraction) -> Quantity:
    if scale == 1:
        return quantity
    return replace(quantity, low=quantity.low * scale, high=quantity.high * scale)


def bare(value: Value) -> Value:
    """The same member with its units as mere names."""
    return Value(value.place, value.member, replace(value.reading, kilo=1))


def rescaled(value: Value, scale: Fraction) -> Value:
    """The same member, a hundred times as large."""
    if scale == 1:
        return value
    other = Value(value.place, value.member, value.reading)
    other.interval = value.interval[0] * scale, value.interval[1] * scale
    if other.literal:
        other.literal = Literal(scaled(value.literal.quantity, scale), value.literal.unit)
    return other


def with_float_error(quantity: Quantity) -> Quantity:
    """A printed float claims what floats can tell, not its last digit."""
    if significant_digits(quantity.text) < FLOAT_DIGITS or quantity.exact:
        return quantity
    error = abs(quantity.value) / 10 ** (FLOAT_DIGITS - 1)
    return replace(quantity, low=quantity.low - error, high=quantity.high + error)


def as_rounded(value: Value, approximate: bool) -> Quantity:
    """What a literal claims; a whole number behind ≈, or of millions, is taken as rounded."""
    quantity = value.claimed
    if value.is_count and (approximate or value.is_multiple):
        return scaled(value.literal.quantity.rounded(), value.unit_scale)
    return quantity


def meets_written(computed: Value, written: Value, approximate: bool) -> bool:
    """Whether a computed value lies where a written number claims."""
    quantity = as_rounded(written, approximate)
    low, high = computed.interval
    if quantity.exact and low != high and near_whole(low, quantity.value):
        return True
    is_whole = low == high and (low / written.unit_scale).denominator == 1
    if quantity.exact and not is_whole and abs(written.literal.quantity.value) >= 10:
        margin = HALF * abs(written.unit_scale)  # 1000/3 = 333
        quantity = replace(quantity, low=quantity.low - margin, high=quantity.high + margin)
    return low <= quantity.high and quantity.low <= high


def near_whole(value: Fraction, whole: Fraction) -> bool:
    """Whether a root, a logarithm or an exponential may be called whole: 20·log10(2) = 6."""
    return abs(value - whole) <= WHOLE * abs(value)


def meet(first: Value, second: Value) -> bool:
    return max(first.interval[0], second.interval[0]) <= min(first.interval[1], second.interval[1])


def near_enough(first: Value, second: Value) -> bool:
    """Whether two values may be joined by ≈: within 15%, or in the same order of magnitude."""
    a, b = first.middle, second.middle
    if is_power_of_ten(second.tree):
        return a > 0 and 1 / ORDER <= a / b <= ORDER
    return abs(a - b) <= LOOSE * max(abs(a), abs(b))


def is_power_of_ten(tree: Node) -> bool:
    return (
        isinstance(tree, Binary)
        and tree.op == "^"
        and isinstance(tree.left, Number)
        and tree.left.quantity.text == "10"
    )


def widened(value: Value, spans: Mapping[Fraction, Interval]) -> Value:
    """The value over all that its rounded numbers may stand for."""
    other = Value(value.place, value.member, value.reading)
    if len(spans) <= MOST_CORNERS:
        choices = (dict(zip(spans, ends, strict=True)) for ends in product(*spans.values()))
        values = [with_values(value, choice) for choice in choices]
        other.interval = min(v[0] for v in values), max(v[1] for v in values)
        return other
    low = high = value.middle  # one number at a time, and their effects added
    for number, span in spans.items():
        values = [with_values(value, {number: end}) for end in span]
        low += min(0, min(v[0] for v in values) - value.middle)
        high += max(0, max(v[1] for v in values) - value.middle)
    other.interval = low, high
    return other


def with_values(value: Value, values: dict[Fraction, Fraction]) -> Interval:
    """The value if its numbers stand for others; as it is if it has none then."""
    return value.tree.evaluate(replace(value.reading, values=values)) or value.interval
