"""The totals of a confusion table: each is the sum of its row or column."""

import re
from collections.abc import Iterator, Sequence

from hooks.classifiers.matrix import whole_number
from hooks.classifiers.matrix_labels import WHOLE
from hooks.language.wording import words
from hooks.page import Text
from hooks.pattern import Pattern
from hooks.record import record

TOTAL = Pattern(
    r"(?:(?:row|column|col|grand|actual|predicted|all)\s+)?(?:totals?|sums?)(?:\s+\w+)?|Σ|∑|all",
    re.I,
)
COUNT = Pattern(rf"({WHOLE})(?:\s*\([^()]*\))?")


@record
class Total:
    """A total in a table; message: what is wrong with it, "" if it is the sum."""

    cell: Text
    start: int
    end: int
    message: str


def totals(rows: Sequence[Sequence[Text]]) -> Iterator[Total]:
    """The totals of a confusion table, compared with the counts that they add up."""
    plain = [[words(str(cell)).strip() for cell in row] for row in rows]
    heads = plain[0]
    down = [i for i, row in enumerate(plain) if i and row and TOTAL.fullmatch(row[0])]
    across = [j for j, head in enumerate(heads) if j and TOTAL.fullmatch(head)]
    body = [i for i, row in enumerate(plain) if i and i not in down and _counts(row) >= 2]
    columns = [j for j in range(1, len(heads)) if j not in across]
    columns = [j for j in columns if body and all(_count(plain[i], j) is not None for i in body)]
    if len(down) > 1 or len(across) > 1 or len(body) < 2 or len(columns) != len(body):
        return
    for i in down:
        for j in columns:
            yield from _compared(rows, plain, (i, j), [(k, j) for k in body])
        for j in across:
            yield from _compared(rows, plain, (i, j), [(k, m) for k in body for m in columns])
    for i in body:
        for j in across:
            yield from _compared(rows, plain, (i, j), [(i, m) for m in columns])


def _compared(
    rows: Sequence[Sequence[Text]],
    plain: Sequence[Sequence[str]],
    place: tuple[int, int],
    parts: Sequence[tuple[int, int]],
) -> Iterator[Total]:
    i, j = place
    stated = _count(plain[i], j)
    counted = [_count(plain[k], m) for k, m in parts]
    if stated is None or None in counted:
        return
    cell = rows[i][j]
    found = COUNT.search(words(str(cell)))
    right = sum(counted)
    worked = f"total = {'+'.join(map(str, counted))} = {right:,}; the page says {stated:,}"
    yield Total(cell, found.start(1), found.end(1), "" if stated == right else worked)


def _counts(row: Sequence[str]) -> int:
    return sum(bool(COUNT.fullmatch(cell)) for cell in row[1:])


def _count(row: Sequence[str], j: int) -> int | None:
    found = COUNT.fullmatch(row[j]) if j < len(row) else None
    return whole_number(found[1]) if found else None
