"""A law of a table, and how well its rows bear it out.

What a row's agreement is worth is counted in powers of ten: how improbable it is by chance, given
how exact the numbers are and how far the column's values are apart.
"""

import math
from collections.abc import Mapping, Sequence

from hooks.record import cached_property, record
from hooks.tables.forms import IDENTITY, ITSELF, Form, Shape, applied
from hooks.tables.grid import Column, Entry, Span

Place = tuple[int, int]  # which column of numbers, and how many rows above
Changed = Mapping[tuple[int, int], float]  # what a number of a column and row is taken for
NOTHING: Changed = {}
ROUND = 1e-9
NEAR_UNITS = 1.02  # of the last digit: what another way of rounding may change
NEAR = 0.003
SMALL = 0.15  # of a count below ten
BROAD = 0.1  # as a share of a value: an expectation that tells nothing
COMMON = {0.0: 0.5, 1.0: 0.4, 0.5: 0.2, 2.0: 0.2, 100.0: 0.3, 10.0: 0.2}
MOST_WRONG = 2  # rows: with more, nothing is looked at
RIGHT, NEARLY, WRONG, UNKNOWN = range(4)


@record
class Line:
    """What a law makes of what its form gives: times and plus, each of which may be rounded.

    anchor: where the form has a value for which the law gives plus.
    """

    times: Span
    plus: Span
    anchor: float = 0.0

    @property
    def is_sloped(self) -> bool:
        """Whether it has a factor and a summand that aren't plain."""
        return any(self.plus) and abs(sum(self.times)) != 2

    def of(self, span: Span) -> Span:
        products = [(a - self.anchor) * b for a in span for b in self.times]
        return min(products) + self.plus[0], max(products) + self.plus[1]


@record
class Law:
    """A column as a form of others.

    chosen: in powers of ten, what it took to choose it. told: of rows, how many its numbers needed.
    is_exact: numbers are taken as they stand. may_break: at a quick look, one row is off.
    is_named: a head or the text names it.
    """

    columns: Sequence[Column]
    target: int
    shape: Shape
    form: Form
    inputs: tuple[Place, ...]
    line: Line
    chosen: float = 0.0
    told: int = 0
    is_exact: bool = False
    may_break: bool = True
    is_named: bool = False

    @property
    def members(self) -> frozenset[int]:
        return frozenset((self.target, *(at for at, _ in self.inputs)))

    @property
    def is_identity(self) -> bool:
        """Whether two columns hold the same, which no law says."""
        return (
            self.form is IDENTITY
            and self.line == Line((1.0, 1.0), (0.0, 0.0))
            and self.shape is ITSELF
        )

    def entries(self, row: int) -> list[Entry]:
        """Its numbers in a row that has them."""
        places = [(self.target, 0), *self.inputs]
        found = [self.columns[at].entries[row - above] for at, above in places]
        return [entry for entry in found if entry]

    @property
    def size(self) -> int:
        return len(self.columns[self.target].entries)

    # -- what it says of a row --------------------------------------------------------------------

    def expected(self, row: int, changed: Changed = NOTHING) -> Span | None:
        """What the column holds in a row, if the law holds there."""
        found = self.given(row, changed)
        if found is None:
            return None
        ends = [applied(self.shape.inverse, end) for end in self.line.of(found)]
        return None if any(map(math.isnan, ends)) else (min(ends), max(ends))

    def given(self, row: int, changed: Changed) -> Span | None:
        """What the form gives."""
        entries = []
        for at, above in self.inputs:
            entry = self.columns[at].entries[row - above] if row >= above else None
            if entry is None:
                return None
            entries.append(entry)
        put = [changed.get((at, row - above)) for at, above in self.inputs] if changed else ()
        mid, room = value_of(self.form, entries, put, self.is_exact)
        return None if math.isnan(mid) else (mid - room, mid + room)

    @property
    def rank(self) -> int:
        return self.shape.rank + self.form.rank + self.told

    def obeyed(self, row: int, changed: Changed) -> bool:
        """Whether a row would bear it out with other numbers, as well as can be said."""
        return self.away(row, changed) < 1

    def away(self, row: int, changed: Changed) -> float:
        """How far a row with other numbers is from bearing it out, by what is allowed."""
        entry, expected = self.columns[self.target].entries[row], self.expected(row, changed)
        if expected is None:
            return math.inf
        value = changed.get((self.target, row), entry.value)
        room = (entry.claimed[1] - entry.claimed[0] + expected[1] - expected[0]) / 2
        middle = sum(expected) / 2
        return abs(value - middle) / (max(room, NEAR * abs(value)) * (1 + ROUND) or ROUND)

    def state(self, row: int, changed: Changed = NOTHING) -> int:
        """Whether it is borne out by a row."""
        entry, expected = self.columns[self.target].entries[row], self.expected(row, changed)
        if entry is None or expected is None:
            return UNKNOWN
        half = (entry.high - entry.low) / 2
        low, high = entry.claimed
        if (self.target, row) in changed:
            value = changed[self.target, row]
            low, high = value - half, value + half
        room = ROUND * max(abs(low), abs(high), abs(expected[0]))
        off = max(expected[0] - high, low - expected[1])
        if off <= room:
            return RIGHT if high >= low and is_narrow(expected, entry) else UNKNOWN
        unit = entry.unit if not entry.exact or abs(entry.value) >= 10 else SMALL * abs(entry.value)
        is_near = off <= max(NEAR_UNITS * unit - half, NEAR * abs(entry.value))
        return NEARLY if is_near else WRONG

    @cached_property
    def states(self) -> tuple[int, ...]:
        found, wrong = [], 0
        for row in range(self.size):
            state = self.state(row) if wrong <= MOST_WRONG else UNKNOWN
            wrong += state == WRONG
            found.append(state)
        return tuple(found)

    # -- evidence ---------------------------------------------------------------------------------

    @cached_property
    def evidence(self) -> float:
        """How improbable the agreeing rows are by chance, as a power of ten."""
        found: dict[tuple, float] = {}
        for row, state in enumerate(self.states):
            if state == RIGHT:
                found[self.key(row)] = self.worth(row)
        worths = sorted(found.values())
        kept = worths[: len(worths) - self.told] if self.told else worths
        return sum(kept) - self.chosen - self.states.count(NEARLY)

    @property
    def support(self) -> int:
        """How many different rows agree."""
        rows = [self.key(row) for row, state in enumerate(self.states) if state == RIGHT]
        return len(set(rows))

    @cached_property
    def uses_all(self) -> bool:
        """Whether each of its numbers matters: with that of another row it does not hold."""
        right = [row for row, state in enumerate(self.states) if state == RIGHT]
        return all(self.matters(at, above, right) for at, above in {*self.inputs})

    def matters(self, at: int, above: int, rows: Sequence[int]) -> bool:
        values = {row: self.columns[at].entries[row - above].value for row in rows}
        if len(set(values.values())) < 2:
            return False
        changed = 0
        for row, value in values.items():
            other = max(values.values(), key=lambda found: abs(found - value))
            changed += self.state(row, {(at, row - above): other}) in (NEARLY, WRONG)
        return changed * 2 >= len(rows)

    def key(self, row: int) -> tuple:
        """What a row's agreement rests on."""
        inputs = [self.columns[at].entries[row - above].value for at, above in self.inputs]
        return *inputs, self.columns[self.target].entries[row].value

    def worth(self, row: int) -> float:
        expected = self.expected(row)
        digits = max(entry.digits for entry in self.entries(row))
        entry = self.columns[self.target].entries[row]
        return worth(entry, self.spread, expected[1] - expected[0], digits)

    @cached_property
    def spread(self) -> float:
        """How far the values of the agreeing rows are apart."""
        entries = self.columns[self.target].entries
        values = [entries[row].value for row, state in enumerate(self.states) if state == RIGHT]
        return max(values) - min(values)

    def written(self) -> str:
        """The law in words of the table's head."""
        names = [f"“{self.columns[at].head}”{' above' * above}" for at, above in self.inputs]
        inner = self.form.written.format(*names)
        factor = sum(self.line.times) / 2
        if abs(factor - 1) > ROUND:
            is_sum = self.form.arity > 1 or self.form.rank
            inner = f"{shown(factor)} · ({inner})" if is_sum else f"{shown(factor)} · {inner}"
        plus = sum(self.line.plus) / 2 - self.line.anchor * factor
        if plus:
            inner = f"{inner} {'+' if plus > 0 else '−'} {shown(abs(plus))}"
        return self.shape.written.format(inner)


def worth(entry: Entry, spread: float, room: float, digits: int) -> float:
    """How improbable it is that a number is met by chance within some room."""
    scale = min(abs(entry.value), spread) or entry.unit
    width = max(entry.high - entry.low, entry.unit if entry.exact else 0)
    chance = max((width + room) / scale, 2 * 10.0**-digits, COMMON.get(abs(entry.value), 0.0))
    return -math.log10(min(1.0, chance))


def is_narrow(expected: Span, entry: Entry) -> bool:
    return expected[1] - expected[0] <= BROAD * max(abs(entry.value), entry.unit)


def value_of(
    form: Form, entries: Sequence[Entry], put: Sequence[float | None] = (), is_exact: bool = False
) -> tuple[float, float]:
    """What a form gives, and how far the rounding of its numbers may move that."""
    values = [entry.value for entry in entries]
    rooms = [entry.high - entry.low for entry in entries]
    for at, value in enumerate(put):
        if value is not None:
            values[at] = value
    mid = applied(form.value, *values)
    if is_exact or not any(rooms) or mid != mid:
        return mid, 0.0
    total = 0.0
    for at, room in enumerate(rooms):
        if room:
            moved = applied(form.value, *values[:at], values[at] + room / 2, *values[at + 1 :])
            total += abs(moved - mid)
    return mid, total if total == total else 0.0


def shown(value: float) -> str:
    return f"{value:.6g}"
