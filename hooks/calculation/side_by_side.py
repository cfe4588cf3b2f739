"""Equations that stand beside each other in the rows of `aligned`, `align` and `array`.

In `P &= 8/10 & R &= 8/16 \\\\ &= 0.8 & &= 0.5` the second row goes on with both: each equation is
read down its own columns.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from hooks.record import record

T = TypeVar("T")
CELL, ROW, RELATION = "cell", "row", "relation"


@record
class Cell:
    """What stands between two ampersands: the offsets of its tokens, and whether it relates."""

    start: int
    end: int
    opens: bool  # it begins with a relation
    closes: bool  # it ends with one
    relates: bool  # it holds one


def equations(tokens: Sequence[T], kinds: Sequence[str]) -> list[list[T]]:
    """The tokens of each equation, down its columns, rows still set apart by their ends.

    kinds: what each token is: CELL for an ampersand, ROW for a line break, RELATION, or "".
    One equation alone is given back as it is.
    """
    if CELL not in kinds:
        return [list(tokens)]
    table = [cells(kinds, start, end) for start, end in pieces(kinds, 0, len(kinds), ROW)]
    starts = [equation_starts(row) for row in table]
    widest = max(starts, key=len)
    if len(widest) == 1:
        return [list(tokens)]
    if not all(set(own) <= set(widest) for own in starts):
        return list(one_by_one(tokens, table, starts))
    columns: list[list[T]] = [[] for _ in widest]
    for row in table:
        for column, first in zip(columns, widest, strict=True):
            last = next((start for start in widest if start > first), len(row))
            if row[first:last]:
                column += tokens[row[first].start : row[first:last][-1].end]
        end = row[-1].end
        for column in columns if end < len(tokens) else ():
            column.append(tokens[end])
    return columns


def one_by_one(
    tokens: Sequence[T], table: Sequence[Sequence[Cell]], starts: Sequence[Sequence[int]]
) -> Iterator[list[T]]:
    """The equations of rows that do not stand below each other."""
    for row, own in zip(table, starts, strict=True):
        for first, last in zip(own, [*own[1:], len(row)], strict=True):
            yield list(tokens[row[first].start : row[last - 1].end])


def pieces(kinds: Sequence[str], start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
    """From where to where the pieces go that a mark sets apart."""
    for at in range(start, end):
        if kinds[at] == mark:
            yield start, at
            start = at + 1
    yield start, end


def cells(kinds: Sequence[str], start: int, end: int) -> list[Cell]:
    return [
        Cell(
            first,
            last,
            opens=kinds[first:last][:1] == [RELATION],
            closes=kinds[first:last][-1:] == [RELATION],
            relates=RELATION in kinds[first:last],
        )
        for first, last in pieces(kinds, start, end, CELL)
    ]


def equation_starts(row: Sequence[Cell]) -> list[int]:
    """The cells of a row in which an equation begins, the first of them always."""
    starts, before = [0], row[0].relates
    for at, cell in enumerate(row[1:], 1):
        goes_on = cell.opens or row[at - 1].closes or not before
        follows = cell.relates or (at + 1 < len(row) and row[at + 1].opens)
        if follows and not goes_on:
            starts.append(at)
            before = False
        before = before or cell.relates
    return starts
