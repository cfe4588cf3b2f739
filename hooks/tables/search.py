"""Laws that the columns of a table obey: symbolic regression over a small family.

Each column, in each shape, is compared with each form of others: are they equal but for a factor,
a summand, or both, in all rows but one at most? Factors need not be stated anywhere, but those that
are cost less evidence.
"""

import math
from collections.abc import Iterator, Sequence

from hooks.record import cached_property, record
from hooks.tables.constants import Numbers
from hooks.tables.expressions import FEW_COLUMNS, Claimed, Expression, claimed, expressions
from hooks.tables.forms import SHAPES, Form, Shape
from hooks.tables.grid import FEWEST_ROWS, NAME, Column, Grid, Span
from hooks.tables.laws import MOST_WRONG, ROUND, Law, Line, worth

LEAST, LEAST_NAMED = 1.3, 0.8  # evidence that a law is worth a look, and one that a head names
MOST_RANK = 2
RARE = 0.3  # what each rank costs beyond the number of forms
BY_NAME = 0.5  # what a form costs that a head names
SUMMED, STRAIGHT = 0.3, 0.6  # what a summand costs more than a factor, and a line
STRANGE = 1.5  # what a form of several columns costs, with a factor that nothing names
ON, NEAR, FAR = range(3)  # where a row stands to a line
CRUDE = 0.15  # how far apart numbers may be at a quick look, as a share


def laws_of(grid: Grid, numbers: Numbers, is_sequence: bool) -> Iterator[Law]:
    """The laws that all rows bear out, or all but one."""
    columns = grid.columns
    found = list(expressions(columns, is_sequence))
    for target, column in enumerate(columns):
        known = [entry.value for entry in column.entries if entry]
        if NAME.search(column.head) and len(known) >= FEWEST_ROWS and len({*known}) > 1:
            own = [one for one in found if (target, 0) not in one.inputs]
            yield from Search(columns, target, own, numbers).laws()


@record
class Search:
    """The search for laws of one column."""

    columns: Sequence[Column]
    target: int
    found: Sequence[Expression]
    numbers: Numbers

    def laws(self) -> Iterator[Law]:
        column = self.columns[self.target]
        rows = [row for row, entry in enumerate(column.entries) if entry]
        worths = sorted(worth_at_most(self.columns, self.target, row) for row in rows)
        choices = {rank: list(self.choices(rank, worths)) for rank in range(MOST_RANK + 1)}
        for shape in SHAPES:
            if choices[shape.rank] and (own := claimed(column, shape)):
                for law in self.in_shape(own, choices[shape.rank]):
                    if sum(worths[: len(worths) - law.told]) - law.chosen >= LEAST_NAMED:
                        yield law

    def choices(
        self, rank: int, worths: Sequence[float]
    ) -> Iterator[tuple[Expression, float, bool]]:
        """The expressions for shapes of a rank, and what they cost, if that is not too much."""
        most, all_but_one = sum(worths) - LEAST_NAMED, sum(worths[:-1]) - LEAST
        are_many = len(self.columns) > FEW_COLUMNS
        for one in self.found:
            total = rank + one.form.rank
            is_pair = one.form.arity > 1
            if total > (1 if rank and is_pair else MOST_RANK):
                continue
            is_named = self.is_named(one)
            if are_many and total and is_pair and not is_named:
                continue
            cost = BY_NAME + RARE * total if is_named else self.costs[total]
            if cost <= (most if is_named else all_but_one):
                yield one, cost, total < MOST_RANK

    @cached_property
    def costs(self) -> list[float]:
        """What an expression costs in shapes of each rank: how many there are to choose from."""
        ranks = [s.rank + one.form.rank for s in SHAPES for one in self.found if fits(s, one.form)]
        return [
            math.log10(max(1, sum(rank <= most for rank in ranks))) + RARE * most
            for most in range(MOST_RANK + 1)
        ]

    def in_shape(
        self, own: Claimed, choices: Sequence[tuple[Expression, float, bool]]
    ) -> Iterator[Law]:
        for one, cost, may_slope in choices:
            rows = own.rows if one.is_full else [r for r in own.rows if one.mids[r] == one.mids[r]]
            if len(rows) < FEWEST_ROWS:
                continue
            if may_slope and one.form.arity == 1 and len(rows) > FEWEST_ROWS:
                yield from self.straight(own, one, rows, cost)
            if may_be_alike(own, one, rows) and may_agree(own, one, rows):
                yield from self.fitted(own, one, rows, cost)

    def is_named(self, one: Expression) -> bool:
        return self.target in one.named or any(at in one.named for at, _ in one.inputs)

    def on(
        self, own: Claimed, one: Expression, line: Line, cost: float, told: int
    ) -> Iterator[Law]:
        """The law with a line, if all rows may bear it out, or enough of them but for one."""
        off = [is_off(own, one, line, row) for row in own.rows]
        near, far = off.count(NEAR), off.count(FAR)
        may_break = 1 in (near, far, near + far)
        if any(at == self.target for at, _ in one.inputs):
            may_break = may_break or 0 < near + far <= MOST_WRONG
        is_plain = not told and own.shape.rank + one.form.rank < 2
        may_break = may_break and (is_plain or len(off) > FEWEST_ROWS)
        if may_break or not far:
            yield Law(
                self.columns,
                self.target,
                own.shape,
                one.form,
                one.inputs,
                line,
                cost,
                told,
                may_break=may_break,
                is_named=self.is_named(one),
            )

    def fitted(
        self, own: Claimed, one: Expression, rows: Sequence[int], cost: float
    ) -> Iterator[Law]:
        """A factor or a summand that the rows share."""
        pairs = [
            (own.span(row), (one.mids[row] - one.rooms[row], one.mids[row] + one.rooms[row]))
            for row in rows
        ]
        of_own = any(at == self.target for at, _ in one.inputs)
        ratios = [found for y, u in pairs if (found := quotient(y, u))]
        if found := shared(ratios, of_own):
            times, more, told = self.numbers.factor(found)
            if not (told and one.form.adds):
                more += STRANGE if told and is_strange(own, one) else 0
                yield from self.on(own, one, Line(times, (0.0, 0.0)), cost + more, told)
        if own.shape.rank + one.form.rank > 1:
            return
        for sign in (1.0, -1.0):
            rests = [rest(y, u, sign) for y, u in pairs]
            if found := shared(rests, of_own):
                plus, more, told = self.numbers.summand(found)
                if sign < 0 or plus != (0.0, 0.0):
                    line = Line((sign, sign), plus)
                    yield from self.on(own, one, line, cost + more + SUMMED, told)

    def straight(
        self, own: Claimed, one: Expression, rows: Sequence[int], cost: float
    ) -> Iterator[Law]:
        """A line through the rows, of which one may lie beside it."""
        y, u = own.mids, one.mids
        ordered = sorted(rows, key=u.__getitem__)
        for first, last in ((0, -1), (0, -2), (1, -1)):
            start, end = ordered[first], ordered[last]
            if u[end] == u[start] or y[end] == y[start]:
                continue
            slope = (y[end] - y[start]) / (u[end] - u[start])
            if are_crude(y, u, slope, start, rows) or not self.on_line(own, one, start, end, rows):
                continue
            room = slope_room(own, one, slope, start, end)
            times, more, told = self.numbers.factor((slope - room, slope + room))
            if told:
                line = Line((slope - room, slope + room), own.span(start), u[start])
                yield from self.on(own, one, line, cost + STRAIGHT, 2)
                return
            rests = [
                rest(own.span(r), spread(times[0] * u[r], times[0] * one.rooms[r]), 1.0)
                for r in rows
            ]
            if found := shared(rests, False):
                plus, and_more, told = self.numbers.summand(found)
                yield from self.on(
                    own, one, Line(times, plus), cost + more + and_more + SUMMED, told
                )
            return

    def on_line(
        self, own: Claimed, one: Expression, start: int, end: int, rows: Sequence[int]
    ) -> bool:
        y, u = own.mids, one.mids
        slope = (y[end] - y[start]) / (u[end] - u[start])
        room = slope_room(own, one, slope, start, end)
        off = 0
        for row in rows:
            away = u[row] - u[start]
            allowed = own.rooms[start] + own.rooms[row] + room * abs(away)
            allowed += abs(slope) * one.rooms[row] + ROUND * abs(y[row])
            off += abs(y[start] + slope * away - y[row]) > allowed
        return off <= 1


def is_strange(own: Claimed, one: Expression) -> bool:
    """Whether a form of several columns is no plain one."""
    return one.form.arity > 1 and own.shape.rank + one.form.rank > 0


def is_off(own: Claimed, one: Expression, line: Line, row: int) -> int:
    """Whether a row is far off a line, or off it only where its numbers are not rounded."""
    y, u = own.mids[row], one.mids[row]
    if u != u:
        return ON
    low, high = line.of((u, u))
    away = max(low - y, y - high) - own.rooms[row] - ROUND * abs(y)
    if away <= 0:
        return ON
    return FAR if away > one.rooms[row] * max(map(abs, line.times)) else NEAR


def slope_room(own: Claimed, one: Expression, slope: float, start: int, end: int) -> float:
    moved = own.rooms[start] + own.rooms[end] + abs(slope) * (one.rooms[start] + one.rooms[end])
    return moved / abs(one.mids[end] - one.mids[start])


def are_crude(
    y: Sequence[float], u: Sequence[float], slope: float, start: int, rows: Sequence[int]
) -> bool:
    """Whether two rows lie far from a line, at a quick look."""
    off = 0
    for row in rows:
        away = y[start] + slope * (u[row] - u[start]) - y[row]
        off += abs(away) > CRUDE * max(abs(y[row]), abs(y[row] - y[start]))
    return off > 1


def worth_at_most(columns: Sequence[Column], target: int, row: int) -> float:
    """What a row's agreement may be worth at most."""
    digits = max(column.entries[row].digits for column in columns if column.entries[row])
    column = columns[target]
    return worth(column.entries[row], column.spread, 0.0, digits)


def fits(shape: Shape, form: Form) -> bool:
    """Whether a shape of a form is plain enough."""
    if shape.rank and form.arity > 1:
        return shape.rank + form.rank < 2
    return shape.rank + form.rank <= MOST_RANK


def may_be_alike(own: Claimed, one: Expression, rows: Sequence[int]) -> bool:
    """A crude look at three rows, of which two are right at least."""
    i, j, k = rows[:3]
    y, u = own.mids, one.mids
    for a, b in ((i, j), (i, k), (j, k)):
        first, second = y[a] * u[b], y[b] * u[a]
        if abs(first - second) <= CRUDE * abs(first):
            return True
        first, second = abs(y[a] - y[b]), abs(u[a] - u[b])
        if abs(first - second) <= CRUDE * first:
            return True
    return False


def may_agree(own: Claimed, one: Expression, rows: Sequence[int]) -> bool:
    """A closer look at the same."""
    i, j, k = rows[:3]
    y, u, dy, du = own.mids, one.mids, own.rooms, one.rooms
    for a, b in ((i, j), (i, k), (j, k)):
        room = dy[a] * abs(u[b]) + dy[b] * abs(u[a]) + du[b] * abs(y[a]) + du[a] * abs(y[b])
        if abs(y[a] * u[b] - y[b] * u[a]) <= room * 1.1 + 1e-12:
            return True
        room = dy[a] + dy[b] + du[a] + du[b] + 1e-12
        if abs(abs(y[a] - y[b]) - abs(u[a] - u[b])) <= room:
            return True
    return False


def spread(value: float, room: float) -> Span:
    return value - abs(room), value + abs(room)


def rest(own: Span, other: Span, sign: float) -> Span:
    """What a column is more than an expression, or together with it."""
    return (
        (own[0] - other[1], own[1] - other[0])
        if sign > 0
        else (own[0] + other[0], own[1] + other[1])
    )


def quotient(own: Span, other: Span) -> Span | None:
    if other[0] <= 0 <= other[1]:
        return None
    ends = (own[0] / other[0], own[0] / other[1], own[1] / other[0], own[1] / other[1])
    return min(ends), max(ends)


def shared(spans: Sequence[Span], of_own: bool) -> Span | None:
    """What several spans have in common, but for one, or two where one may follow the other."""
    allowed = 2 if of_own and len(spans) > 4 else 1
    if len(spans) < FEWEST_ROWS:
        return None
    starts = sorted(low for low, _ in spans)
    for start in starts[: -allowed - 2 : -1]:
        room = ROUND * abs(start)
        inside = [span for span in spans if span[0] <= start + room and start - room <= span[1]]
        if len(inside) >= len(spans) - allowed:
            return start, max(start, min(high for _, high in inside))
    return None
