"""Columns of rates that are quotients of counts in all rows but one.

`| women | 240 | 84 | 31.8% |` beside two rows in which the rate is the second number through the
first: the quotient of two columns, of sums of them, of a row and the row above, of sums down to a
row, or of a column and one number for all rows, which nothing needs to state. Rates have few
digits, and a table may have few rows. How improbable it is that the other rows agree by chance is
weighed against how many quotients were tried; a rate that is another quotient of its row's numbers
than in the other rows, 84/264, tells as well.
"""

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from hooks.calculation.limits import is_limit
from hooks.calculation.misprints import mistyped
from hooks.calculation.quantity import Quantity
from hooks.language.wording import words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace
from hooks.tables.cases import Cases, case_tables
from hooks.tables.constants import CONSTANT
from hooks.tables.excuses import OTHER_CASE, RANGE
from hooks.tables.grid import Column, Entry, is_of_several
from hooks.tables.quotients import (
    ADJUSTED,
    COMPARED,
    Parts,
    Way,
    common_divisor,
    is_share,
    limits,
    quotients,
    ways_to,
    weighted_means,
)

RATE = Pattern(
    r"%|\b(?:rate|share|proportion|fraction|percent\w*|precision|recall|sensitiv\w*|specific\w*"
    r"|PPV|NPV|[TF][PN]R|FDR|CTR|accuracy|conversion|lift|gains?|coverage|frequency|probability"
    r"|prevalence|hit|observed)\b|@\s?k?\d*",
    re.I,
)
OF_OTHERS = Pattern(
    r"\b(?:mean|average|avg|macro|micro|weighted|median|std|sd|change)\b|[∅Ø†*]", re.I
)
NO_RATE = Pattern(r"gini|entrop|impur|deviation|\bsd\b|loss|error|\bgain\b|ratio|score|kappa", re.I)
NO_COUNT = Pattern(r"\b(?:mean|average|avg|median|std|sd|rank|threshold|year)\b|deviation", re.I)
STEM = Pattern(r"[A-Za-z]{4}|\b[TF][PN]")
FRACTION_BEFORE = Pattern(r"[^=≈]*\d\s*/\s*\d[^=≈]*[=≈]")  # 28/36 ≈ 0.778
FEWEST = 2  # rows that a quotient gives, if no slip explains the other one
CHANCE = 0.01  # how probable it may be that a quotient fits by chance
OF_RATES = 2.5  # times as much where the head says that the column holds rates
FIRM = 0.05  # for a quotient that all rows bear out
WHOLE_UNIT = 0.01  # what a whole number among rates may be the rounding to
PLAIN = {0.5: 0.1, 1.0: 0.2}  # the chance of values that are common anyway
NAMED = 6  # times less a choice where the head names the numerator
CLEAR_UNITS, CLEAR = 2, 0.004
SLIPPED_UNITS = 0.55
BASE_DIGITS = 2
MISTYPED = 0.2  # the chance of a number with one digit changed
NEXT_TO_NOTHING = 1e-9
SCALES = (1, 100)


@record
class Odd:
    """A row that a way does not give, and the cell that it should give.

    chance: how probable it is that the way fits the other rows, and its slip this one, by chance.
    """

    chance: float
    way: Way
    row: int
    entry: Entry
    head: str
    is_wrong: bool

    def is_at_limit(self, page: Question) -> bool:
        """Whether one of its numbers is a minimum or the like."""
        entries = (self.entry, *(entry for part in self.way.parts[self.row] for entry in part))
        return any(is_limit(page, entry.written.strip(" %")) for entry in entries)

    @property
    def position(self) -> tuple[int, int]:
        return self.entry.position

    @property
    def message(self) -> str:
        """What the quotient is that the other rows show, and what the table says."""
        low, high = self.way.bounds(self.row)
        value, written = (low + high) / 2, self.entry.written
        right = f"{value * 100:.4g}%" if written.endswith("%") else f"{value:.4g}"
        return f"{self.way.written(self.row)} is {right}, not {written}"


def wrong_rates(page: Question) -> Iterator[Odd]:
    """The rates of a page's tables that alone aren't the quotients of their columns."""
    seen: set[tuple[int, int]] = set()
    for cases in case_tables(page):
        targets = [column for column in cases.columns[cases.own :] if is_of_rates(column)]
        targets = [column for column in targets if not cases.is_turned or RATE.search(column.head)]
        searches = [Search(page, cases, target) for target in targets]
        taken = [search.firm for search in searches if search.firm]
        odd = [
            found
            for search in searches
            if not search.firm
            for found in search.odd([way.whole for way in taken if way.whole])
        ]
        laws = {way.law for way in taken}
        judged: set[str] = set()
        for found in sorted(odd, key=lambda found: found.chance):
            if found.way.law in laws or found.head in judged:
                continue
            laws.add(found.way.law)
            judged.add(found.head)
            place = found.position
            if found.is_wrong and place not in seen and not found.is_at_limit(page):
                seen.add(place)
                yield found


def is_of_rates(column: Column) -> bool:
    """Whether a column holds shares or other decimals."""
    entries = [entry for entry in column.entries if entry]
    rounded = sum(not entry.exact for entry in entries)
    if any(FRACTION_BEFORE.match(entry.text.content) for entry in entries):
        return False  # compared with what is written beside
    if ADJUSTED.search(column.head):
        return False
    if NO_RATE.search(column.head) and not RATE.search(column.head):
        return False
    return 2 * rounded >= len(entries) > 1 and all(entry.low > -1 for entry in entries)


class Search:
    """The quotients that may give a column, and the row that the best of them does not give."""

    def __init__(self, page: Question, cases: Cases, target: Column):
        self.page, self.cases, self.target = page, cases, target
        self.rows = [row for row, entry in enumerate(target.entries) if entry]
        self.spans = {row: widened(*target.entries[row].span) for row in self.rows}
        self.others = [c for c in cases.columns if c is not target and is_positive(c)]
        self.wholes: Sequence[Fraction] = ()
        self.beside_wholes: set[Fraction] = set()
        self.is_compared = COMPARED.search(target.head) is not None
        self.is_rate = RATE.search(target.head) is not None

    @cached_property
    def read(self) -> list[tuple[Way, list[int], list[int]]]:
        """The ways that fit some rows, those rows, and the others."""
        ways = [*map(self.fitted, ways_to(self.target, self.counts, self.others))]
        self.choices = max(1, len(ways))
        found = [(way, *self.holding(way)) for way in ways if way]
        return [(way, right, wrong) for way, right, wrong in found if right]

    @cached_property
    def firm(self) -> Way | None:
        """A way that gives all rows."""
        for way, right, wrong in self.read:
            bound = FIRM / self.choices * (1 + bool(way.whole))
            if not wrong and len(right) > 1 and self.chance(way, right) < bound:
                return way
        return None

    def odd(self, wholes: Sequence[Fraction]) -> Iterator[Odd]:
        """The rows that alone are not given by a way; wholes: what divides in other columns."""
        self.wholes = wholes
        stated = (numbers_in(block) for block in self.page.blocks if wholes and block.is_prose)
        self.beside_wholes = {n for found in stated if found.intersection(wholes) for n in found}
        for way, right, wrong in self.read:
            if len(wrong) == 1 and way.numerator_of(wrong[0]):
                row = wrong[0]
                slip = self.slip(way, row)
                if len(right) < FEWEST and (slip == 1 or way.is_across):
                    continue
                chance = self.chance(way, right) * self.weight(way) * slip
                is_wrong = chance <= CHANCE * (OF_RATES if self.is_rate else 1)
                is_wrong = is_wrong and not self.is_excused(row, way) and self.is_clear(way, row)
                entry = self.target.entries[row]
                yield Odd(chance, way, row, entry, self.target.head, is_wrong)

    def fitted(self, way: Way) -> Way | None:
        """A way with the scale and the number that fit all rows but one; None if there are none."""
        if any(part and not part[1] for part in way.parts):
            return self.divided(way)
        for scale in SCALES:
            scaled = replace(way, scale=scale)
            if len(self.holding(scaled)[1]) < 2:
                return scaled
        return None

    def divided(self, way: Way) -> Way | None:
        """A way with the number for all rows that fits all of them but one."""
        spans = []
        for row in self.rows:
            low, high = self.spans[row]
            least, most = limits(way.parts[row][0]) if way.parts[row] else (0, 0)
            if low > 0 and least > 0:
                spans.append((least / high, most / low))
        whole = common_divisor(spans)
        is_total = whole is not None and whole.denominator == 1
        is_base = whole is not None and self.is_compared and is_round(whole)
        return replace(way, whole=whole) if is_total or is_base else None

    # -- rows -------------------------------------------------------------------------------------

    def holding(self, way: Way) -> tuple[list[int], list[int]]:
        """The rows that a way gives, and those that it does not give, of which two are enough."""
        right, wrong = [], []
        for row in self.rows:
            bounds = way.bounds(row)
            if bounds:
                low, high = self.spans[row]
                (right if bounds[0] <= high and low <= bounds[1] else wrong).append(row)
                if len(wrong) > 1:
                    break
        return right, wrong

    def chance(self, way: Way, rows: Sequence[int]) -> float:
        """How probable it is that a way gives all these rows by chance."""
        different = {}
        for row in rows:
            over, under = way.parts[row]
            key = limits(over), None if way.whole else limits(under)
            different[key] = chance_of(self.target.entries[row])
        chances = sorted(different.values())
        if not way.whole:
            return math.prod(chances)
        told = 1 if way.whole in self.beside_wholes else 1 / chances[0]
        return min(1.0, math.prod(chances) * told)

    def weight(self, way: Way) -> float:
        """How many ways could have been taken instead."""
        if self.is_rate and not self.is_compared and way.parts in self.shares:
            return len(self.shares)
        heads = way.numerator, self.target.head
        one, other = ({stem.lower() for stem in STEM.findall(head)} for head in heads)
        return max(1.0, self.choices / NAMED) if one & other else self.choices

    @cached_property
    def shares(self) -> list[tuple[Parts, ...]]:
        """The quotients of two counts of which one is never larger than the other."""
        found = [quotients(x, y) for x, y in permutations(self.counts, 2)]
        return [parts for parts in found if all(map(is_share, parts))]

    @cached_property
    def counts(self) -> list[Column]:
        return [c for c in self.others if is_of_counts(c)]

    def is_excused(self, row: int, way: Way) -> bool:
        """Whether a row is no case like the others, or has something of its own beside."""
        label = self.cases.labels[row]
        if OF_OTHERS.search(label) or (way.whole and self.is_another_case(row)):
            return True
        values = [self.target.entries[r] for r in self.rows]
        said = self.target.entries[row]
        if any(abs(said.value - value) <= said.high - said.low for value in self.pooled(row)):
            return True
        if abs(sum(q.value for q in values) - 1) <= len(values) * (said.high - said.low):
            return True
        if not way.whole:
            return False
        parts = {entry for part in way.parts[row] for entry in part}
        return any(is_odd(c, row) for c in self.others if c.entries[row] not in parts)

    def is_another_case(self, row: int) -> bool:
        """Whether a row is a total, a mean or a range, or alone has a condition: "only …"."""
        labels = self.cases.labels
        if is_of_several(labels[row]) or RANGE.search(labels[row]):
            return True
        marked = [OTHER_CASE.search(label) is not None for label in labels]
        return marked[row] and not all(marked)

    def pooled(self, row: int) -> Iterator[float]:
        """What a row of totals may hold of the column: the sum or a mean of the others."""
        if is_of_several(self.cases.labels[row]):
            values = [self.target.entries[r].value for r in self.rows if r != row]
            yield sum(values)
            yield sum(values) / len(values)
            others = [r for r in self.rows if r != row]
            counts = [column.entries for column in self.counts]
            yield from weighted_means(self.target.entries, counts, others)

    def is_clear(self, way: Way, row: int) -> bool:
        low, high = way.bounds(row)
        said, unit = self.said(row)
        room = max(CLEAR_UNITS * unit, CLEAR * high)
        return said < low - room or said > high + room

    def said(self, row: int) -> tuple[float, float]:
        """What a cell says, and the unit of its last digit."""
        low, high = self.target.entries[row].span
        return (low + high) / 2, high - low or 1.0

    # -- slips ------------------------------------------------------------------------------------

    def slip(self, way: Way, row: int) -> float:
        """How probable the wrong value is by chance, if a usual slip gives it; else 1."""
        said, unit = self.said(row)
        if self.target.entries[row].exact or not said:
            return 1.0
        right = way.bounds(row)[0]
        for tried, value in enumerate(dict.fromkeys(self.slipped(way, row)), 1):
            if abs(value - said) <= SLIPPED_UNITS * unit < abs(value - right):
                return min(1.0, tried * 2 * unit / said)
        return MISTYPED if is_mistyped(said / unit, right / unit) else 1.0

    def slipped(self, way: Way, row: int) -> Iterator[float]:
        """What another quotient of the row's numbers, or of a total, gives."""
        over, under = way.numerator_of(row), way.denominator_of(row)
        yield under / over * way.scale
        yield under / over / 100
        yield way.scale - over / under * way.scale
        yield over / (over + under) * way.scale
        for whole in map(float, self.wholes):
            yield over / whole * way.scale
        own = [c.entries[row].span[0] for c in self.others if c.entries[row]]
        counted = [
            [entry.span[0] for entry in c.entries if entry] for c in self.others if is_of_counts(c)
        ]
        for value in (*own, *map(sum, counted)):
            if value:
                yield over / value * way.scale
        yield from (value / under * way.scale for value in own)
        yield from (over / under * way.scale * times for times in (10, 0.1, 100, 0.01))


def is_mistyped(said: float, right: float) -> bool:
    """Whether the digits of a rate are those of the right one, but for a slip of the fingers."""
    one, other = str(round(said)), str(round(right))
    return len(one) == len(other) > 1 and bool(mistyped(one, other))


def widened(low: float, high: float) -> tuple[float, float]:
    """A span with some room for what is rounded at a half."""
    room = (high - low) / 20 or NEXT_TO_NOTHING * high
    return low - room, high + room


def is_round(base: Fraction) -> bool:
    """Whether a rate with which others are compared has two digits at most: 0.05, 0.12."""
    return len(f"{float(base):.10g}".replace(".", "").strip("0")) <= BASE_DIGITS


def numbers_in(block: Block) -> set[Fraction]:
    return {Quantity.written(found[0]).value for found in CONSTANT.finditer(words(str(block.text)))}


def is_positive(column: Column) -> bool:
    return all(entry.low >= 0 for entry in column.entries if entry)


def is_of_counts(column: Column) -> bool:
    is_whole = all(entry.exact for entry in column.entries if entry)
    return is_whole and not NO_COUNT.search(column.head)


def is_odd(column: Column, row: int) -> bool:
    """Whether a row alone differs in a column."""
    values = [entry.value for at, entry in enumerate(column.entries) if entry and at != row]
    own = column.entries[row]
    return bool(own) and len(values) > 1 == len(set(values)) and own.value not in values


def chance_of(entry: Entry) -> float:
    """How probable it is that a quotient is what a number claims."""
    value = abs(entry.value)
    if not value:
        return 1.0
    unit = (entry.high - entry.low) or WHOLE_UNIT
    return max(min(1.0, 2 * unit / value), PLAIN.get(round(value, 9), 0.0))
