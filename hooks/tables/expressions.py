"""What the forms give in each row of a table, and what its columns claim in each shape."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from hooks.record import cached_property, record
from hooks.tables.forms import FORMS, IDENTITY, ITSELF, PRODUCT, SUM, THREE, Form, Shape, applied
from hooks.tables.grid import FEWEST_ROWS, NAME, Column, Span
from hooks.tables.laws import Place, value_of

FEW_COLUMNS = 4  # of which all forms are looked at, of more only those that are plain or named
MANY_COLUMNS = 6  # of which sums and products of three are not looked at


@record
class Expression:
    """A form of some columns, row by row; nan where it has no value.

    named: the columns whose head is one that the form is met in.
    """

    form: Form
    inputs: tuple[Place, ...]
    columns: Sequence[Column]
    mids: list[float]
    named: frozenset[int]

    @property
    def entries(self) -> Iterator[list]:
        return (entries_at(self.columns, self.inputs, row) for row in range(len(self.mids)))

    @cached_property
    def rooms(self) -> list[float]:
        """How far the rounding of its numbers may have moved its values."""
        return [
            0.0
            if mid != mid
            else value_of(self.form, entries_at(self.columns, self.inputs, row))[1]
            for row, mid in enumerate(self.mids)
        ]

    @cached_property
    def is_full(self) -> bool:
        return all(mid == mid for mid in self.mids)


@record
class Claimed:
    """What a column claims in a shape."""

    shape: Shape
    mids: list[float]
    rooms: list[float]

    @cached_property
    def rows(self) -> tuple[int, ...]:
        return tuple(row for row, mid in enumerate(self.mids) if mid == mid)

    def span(self, row: int) -> Span:
        return self.mids[row] - self.rooms[row], self.mids[row] + self.rooms[row]


def claimed(column: Column, shape: Shape) -> Claimed | None:
    """A column in a shape; None if it has too few values there."""
    mids, rooms = [], []
    for entry in column.entries:
        low, high = entry.claimed if entry else (math.nan, math.nan)
        if shape is not ITSELF:
            low, high = applied(shape.value, low), applied(shape.value, high)
        mids.append((low + high) / 2)
        rooms.append(abs(high - low) / 2)
    found = Claimed(shape, mids, rooms)
    return found if len(found.rows) >= FEWEST_ROWS else None


def expressions(columns: Sequence[Column], is_sequence: bool) -> Iterator[Expression]:
    """All forms of one, two and three columns, and of the row above."""
    numbers = [at for at, column in enumerate(columns) if NAME.search(column.head)]
    forms = FORMS + (THREE if len(numbers) <= MANY_COLUMNS else ())
    for form in forms:
        choose = combinations if form.is_symmetric else permutations
        met = frozenset(at for at in numbers if form.names and named(form, columns[at].head))
        if len(numbers) > FEW_COLUMNS and form.arity > 1 and form.rank and not met:
            continue
        for inputs in choose(numbers, form.arity):
            if len(inputs) < 3 or form.is_symmetric or inputs[0] < inputs[1]:
                places = tuple([(at, 0) for at in inputs])
                yield from expression(columns, form, places, met)
    if is_sequence:
        for at in numbers:
            yield from expression(columns, IDENTITY, ((at, 1),), frozenset())
        for form in (SUM, PRODUCT):
            for at, other in permutations(numbers, 2):
                yield from expression(columns, form, ((at, 1), (other, 0)), frozenset())


def named(form: Form, head: str) -> bool:
    return form.names.search(head) is not None


def expression(
    columns: Sequence[Column], form: Form, inputs: tuple[Place, ...], met: frozenset[int]
) -> Iterator[Expression]:
    """What a form gives; nothing if that is nothing in most rows, or always the same."""
    mids = []
    for row in range(len(columns[0].entries)):
        entries = entries_at(columns, inputs, row)
        mids.append(applied(form.value, *[e.value for e in entries]) if entries else math.nan)
    known = [mid for mid in mids if mid == mid]
    if len(known) >= FEWEST_ROWS - 1 and len({*known}) > 1:
        yield Expression(form, inputs, columns, mids, met)


def entries_at(columns: Sequence[Column], inputs: Sequence[Place], row: int) -> list | None:
    found = []
    for at, above in inputs:
        entry = columns[at].entries[row - above] if row >= above else None
        if entry is None:
            return None
        found.append(entry)
    return found
