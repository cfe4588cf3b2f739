"""Cells of tables that break what the names of rows or columns say, as no other cell does.

The law must hold exactly in another place, with numbers that chance would not make agree, and fail
clearly in one. To blame is the number that most broken laws have and no others bear out; of equals,
the one that follows from the others.
"""

import math
import re
from collections.abc import Iterator, Sequence

from hooks.calculation.limits import is_limit
from hooks.calculation.misprints import mistyped
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.tables import said_quotients, said_sums
from hooks.tables.constants import constants_of
from hooks.tables.excuses import OTHER_CASE
from hooks.tables.forms import applied
from hooks.tables.grid import Entry, Span
from hooks.tables.laws import COMMON, NEARLY, RIGHT, UNKNOWN, WRONG
from hooks.tables.lines import Lines, lined_tables
from hooks.tables.quotients import weighted_means
from hooks.tables.said_law import DISTANCE, NOT_ADDED, OF_ALL, OF_CASES, SUM, TOTAL, UNNAMED, Said

OTHERS = Pattern(
    r"\b(?:mean|average|avg|macro|micro|weighted|median|std|sd|se|change|differen\w+|ratio|lift|gap"
    r"|target|goal|p-value|interval)\b|[∅ØΔ]",
    re.I,
)
CALCULATED = Pattern(r"\d.*[=≈]")
MARK = Pattern(rf"{OTHER_CASE.pattern}|\(", re.I)
PEOPLE = Pattern(
    r"\b(?:users?|visitors?|people|persons?|customers?|buyers?|devices?|accounts?|viewers?|readers?"
    r"|patients?|students?|clients?)\b",
    re.I,
)
ENOUGH = 1.0  # evidence, as a power of ten
FIRM = 0.7  # of a law that all places bear out
NEAR_UNITS, NEAR = 0.6, 0.004
AS_THEY_STAND = 3  # places in which numbers agree without rounding
UNROUNDED, ROUND = 1.6, 1e-6
NEAR_SET = 4  # how far off rounding may be
FAR = 5  # times too large or too small: another unit, or another quantity
TENS = (10, 100, 1000, 0.1, 0.01, 0.001)
SLIP = 0.5  # what it tells that a slip of the fingers explains the wrong number
TELLING = 3  # digits of a number that stands nowhere by chance
MOST = 2  # cells of a table


@record
class Judged:
    """A law with what each place makes of it."""

    law: Said
    states: tuple[int, ...]
    evidence: float
    support: int

    @property
    def broken(self) -> int:
        return self.states.index(WRONG)

    @property
    def is_broken(self) -> bool:
        """Whether it fails in one place alone."""
        if self.states.count(WRONG) != 1 or self.states.count(NEARLY) > 1 or self.is_strange:
            return False
        rights = [self.repaired(at) for at in range(len(self.cells(self.broken)))]
        pairs = zip(self.cells(self.broken), rights, strict=True)
        is_slip = any(right is not None and is_mistyped(cell, right) for cell, right in pairs)
        if self.law.cost >= UNNAMED and self.support < 2 and not is_slip:
            return False
        return self.evidence + SLIP * is_slip >= ENOUGH

    @property
    def is_strange(self) -> bool:
        """Whether it is so far off in one place that this is another case."""
        right, said = self.repaired(0), self.cells(self.broken)[0].value
        ratio = abs(said / right) if right else 0
        return not 1 / FAR <= ratio <= FAR and not any(
            math.isclose(ratio, n, rel_tol=0.06) for n in TENS
        )

    @property
    def is_firm(self) -> bool:
        return WRONG not in self.states and self.evidence >= FIRM

    def cells(self, place: int) -> tuple[Entry, ...]:
        return (self.law.target.entries[place], *self.law.inputs[place])

    def repaired(self, at: int) -> float | None:
        """What its target (0) or an input of it would be in the broken place for it to hold."""
        target, *inputs = (entry.value for entry in self.cells(self.broken))
        value = self.law.value(*inputs)
        if not at:
            return value

        def moved(to: float) -> float:
            return applied(self.law.value, *inputs[: at - 1], to, *inputs[at:])

        own = inputs[at - 1]
        slope = moved(own + 1) - value
        right = own + (target - value) / slope if slope else own
        return right if abs(moved(right) - target) <= 1e-6 * abs(target) else None


@record
class Odd:
    """A cell that breaks a law, and what it would be by the law."""

    law: Said
    entry: Entry
    right: float | None

    @property
    def position(self) -> tuple[int, int]:
        return self.entry.position

    @property
    def message(self) -> str:
        says = f"“{self.law.target.name}” is {self.law.written} elsewhere in the table"
        if self.right is None:
            return f"{says}, but not with {self.entry.written}"
        return f"{says}; here {self.entry.written} should be {like(self.right, self.entry)}"


def like(value: float, entry: Entry) -> str:
    return f"{value * 100:.4g}%" if entry.written.endswith("%") else f"{value:,.6g}"


def odd_cells(page: Question) -> Iterator[Odd]:
    """The cells of a page's tables that alone break a law."""
    for both in lined_tables(page):
        read = [judged(table, law) for table in both for law in said_laws(table)]
        firm = [one for one in read if one.is_firm]
        explained = {id(one.law.target) for one in firm}
        broken = [one for one in read if one.is_broken and id(one.law.target) not in explained]
        found = {}
        for one in sorted(broken, key=lambda one: -one.evidence):
            if not any(odd.law.target is one.law.target for odd in found.values()):
                odd = blamed(page, one, broken, firm)
                found.setdefault(odd.position, odd)
        if len(found) <= MOST:
            yield from (odd for odd in found.values() if not is_limit(page, odd.entry.written))


def said_laws(table: Lines) -> Iterator[Said]:
    """What the names of a table's lines say that they hold."""
    for line in table.lines:
        for name, laws in (*said_sums.BY_NAME, *said_quotients.BY_NAME):
            if name.search(line.name):
                yield from laws(table, line)
    for laws in (*said_sums.OF_SEVERAL, *said_quotients.OF_SEVERAL):
        yield from laws(table)


def blamed(page: Question, one: Judged, broken: Sequence[Judged], firm: Sequence[Judged]) -> Odd:
    """The cell of a broken law that most others speak against, and what it should hold."""
    cells = one.cells(one.broken)
    against = [place_of(cell) for other in broken for cell in other.cells(other.broken)]
    borne_out = [
        place_of(cell)
        for other in (*broken, *firm)
        for place, state in enumerate(other.states)
        if state == RIGHT
        for cell in other.cells(place)
    ]
    rights = [one.repaired(at) for at in range(len(cells))]
    said = [float(number) for number in constants_of(page)]

    def doubt(at: int) -> tuple:
        """How much speaks against a cell; of equals the target, or else the last one."""
        place = place_of(cells[at])
        in_laws = against.count(place) - borne_out.count(place)
        return in_laws, -is_said(cells[at], said), not at, at

    at = max(range(len(cells)), key=doubt)
    is_turned = one.law.kind is DISTANCE and not at and cells[0].value * rights[0] < 0
    return Odd(one.law, cells[at], -rights[0] if is_turned else rights[at])


def is_mistyped(entry: Entry, right: float) -> bool:
    """Whether a cell's digits are those of the right number, but for a slip of the fingers."""
    unit = 1.0 if entry.exact else entry.high - entry.low
    one, other = str(round(entry.value / unit)), str(round(right / unit))
    return len(one) == len(other) > 1 and bool(mistyped(one, other))


def is_said(entry: Entry, said: Sequence[float]) -> bool:
    """Whether the text has a cell's number, too, and not by chance."""
    return entry.digits >= TELLING and any(math.isclose(entry.value, number) for number in said)


def place_of(entry: Entry) -> tuple[int, int]:
    return entry.text.position(entry.start)


def judged(table: Lines, law: Said) -> Judged:
    states = [state(table, law, place) for place in range(len(table.places))]
    right = [place for place, found in enumerate(states) if found == RIGHT]
    if law.kind is SUM:
        states = [
            UNKNOWN if s == WRONG and is_rate_among_counts(law, right, at) else s
            for at, s in enumerate(states)
        ]
    if WRONG not in states and states.count(NEARLY) == 1 and len(right) >= AS_THEY_STAND:
        near = states.index(NEARLY)
        if misfit(law, near) > UNROUNDED and not any(misfit(law, at) > ROUND for at in right):
            states[near] = WRONG
    worths = {
        tuple(entry.value for entry in law.inputs[place]): worth(law, place) for place in right
    }
    kept = sorted(worths.values())[law.told :]
    is_enough = len(worths) - law.told >= law.fewest
    return Judged(law, tuple(states), sum(kept) - law.cost if is_enough else 0.0, len(kept))


def misfit(law: Said, place: int) -> float:
    """How far off numbers are as they stand, in units of the last digit."""
    entry, span = law.target.entries[place], law.span(place)
    return abs(entry.value - sum(span) / 2) / (entry.high - entry.low or 1.0)


def state(table: Lines, law: Said, place: int) -> int:
    """Whether a law holds in a place; unknown where that is another case than the others."""
    entry, span = law.target.entries[place], law.span(place)
    if not entry or not span or OTHERS.search(table.places[place]):
        return UNKNOWN
    is_total = table.bold[place] or TOTAL.fullmatch(table.places[place])
    if (law.kind is OF_CASES or law.told) and is_total:
        return UNKNOWN
    if law.kind is OF_CASES and not any(span):
        return UNKNOWN
    if law.kind is SUM and (NOT_ADDED.search(table.places[place]) or is_share(entry)):
        return UNKNOWN
    half = 0.5 if entry.exact and law.kind is not SUM and abs(entry.low) >= 10 else 0.0
    low, high = entry.low - half, entry.high + half
    if law.kind is DISTANCE and low * sum(span) < 0:
        low, high = -high, -low  # the other way round
    off = max(span[0] - high, low - span[1], 0)
    if off <= 1e-9 * abs(entry.value):
        return RIGHT
    unit = entry.high - entry.low or (NEAR_SET if law.told else 1.0)
    if CALCULATED.search(entry.text.content):
        return UNKNOWN
    if off <= max(NEAR_UNITS * unit, NEAR * abs(entry.value)):
        return NEARLY
    if law.kind is not SUM and is_marked(table.places, place):
        return UNKNOWN
    if law.kind is SUM and overlaps(table.places[place], entry, span):
        return UNKNOWN
    if law.kind is OF_ALL and is_total and is_weighted(table, law, place):
        return UNKNOWN
    return WRONG


def is_marked(places: Sequence[str], place: int) -> bool:
    """Whether a place alone is called another case: "50 (half off)"."""
    marked = [MARK.search(name) is not None for name in places]
    return marked[place] and not all(marked)


def overlaps(name: str, entry: Entry, span: Span) -> bool:
    """Whether some people may be in several groups."""
    return bool(PEOPLE.search(name)) and entry.value < span[0] and not is_mistyped(entry, span[0])


def is_weighted(table: Lines, law: Said, place: int) -> bool:
    """Whether a total is the mean of the other places by what another line holds."""
    others = [at for at in range(len(table.places)) if at != place]
    weights = [line.entries for line in table.others(law.target)]
    entry = law.target.entries[place]
    means = weighted_means(law.target.entries, weights, others)
    return any(abs(entry.value - mean) <= entry.high - entry.low for mean in means)


def is_share(entry: Entry) -> bool:
    return entry.written.endswith("%") or entry.value == 1


def is_rate_among_counts(law: Said, places: Sequence[int], place: int) -> bool:
    """Whether a place alone holds no whole numbers, which don't add up as the counts do."""
    entries = law.target.entries
    return not entries[place].exact and any(entries[other].exact for other in places)


def worth(law: Said, place: int) -> float:
    """How improbable it is that a place bears a law out by chance."""
    entry, span = law.target.entries[place], law.span(place)
    digits = 2 * 10.0 ** -max(one.digits for one in (entry, *law.inputs[place]))
    if law.kind is SUM and entry.exact:
        return -math.log10(digits)
    room = 0.0 if math.isclose(sum(span) / 2, entry.value) else span[1] - span[0]
    width = max(entry.high - entry.low, entry.unit if entry.exact else 0) + room
    scale = abs(entry.value) or 1.0
    return -math.log10(min(1.0, max(width / scale, digits, COMMON.get(scale, 0.0))))
