"""Tables of few cases, totals among them, of which two with the same cases are read as one.

Counts of each model may stand in one table, the rates of the same models in the next.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hooks.page import Question
from hooks.record import record
from hooks.tables.grid import Column, Grid, grid_of
from hooks.tables.written import tables_of

MOST_TABLES = 8


@record
class Cases:
    """The names of the cases of a table, and their numbers.

    own: the first column of the second of two tables that are read as one, else 0.
    is_turned: a case has a column of its own.
    """

    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    own: int = 0
    is_turned: bool = False


def case_tables(page: Question) -> Iterator[Cases]:
    """The tables of a page with a case in each row, then with a case in each column."""
    written = [(block, rows) for block in page.blocks for rows in tables_of(block)][:MOST_TABLES]
    upright = [cases_of(grid_of(block, rows, False, True)) for block, rows in written]
    turned = [
        cases_of(grid_of(block, [*zip(*rows, strict=True)], True, True))
        for block, rows in written
        if len(rows[0]) <= len(rows)
    ]
    for kind in (upright, turned):
        tables = [cases for cases in kind if cases]
        yield from tables
        for one, other in combinations(tables, 2):
            if joined := join(one, other):
                yield joined


def cases_of(grid: Grid | None) -> Cases | None:
    return Cases(grid.labels, grid.columns, 0, grid.is_turned) if grid and grid.is_named else None


def join(one: Cases, other: Cases) -> Cases | None:
    """Two tables of the same cases as one; None if their cases have other names."""
    first, second = names_of(one), names_of(other)
    shared = [label for label in first if label in second]
    if len(shared) < 2 or len(set(first)) < len(first) or len(set(second)) < len(second):
        return None
    if any(label.isdecimal() for label in shared):
        return None  # of two tables with numbered rows
    columns = [
        Column(column.head, tuple(column.entries[labels.index(label)] for label in shared), at)
        for cases, labels in ((one, first), (other, second))
        for at, column in enumerate(cases.columns)
    ]
    return Cases(tuple(shared), tuple(columns), len(one.columns), one.is_turned)


def names_of(cases: Cases) -> Sequence[str]:
    """The labels without the word that all begin with: "group A", "group B"."""
    labels = [label.lower().split() for label in cases.labels]
    if all(len(label) > 1 for label in labels) and len({label[0] for label in labels}) == 1:
        labels = [label[1:] for label in labels]
    return [" ".join(label) for label in labels]
