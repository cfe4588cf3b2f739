"""Tables whose cells hold two values or more: a row "TP / FN" with "56 / 14" in each column."""

from collections.abc import Sequence

from hooks.page import Text
from hooks.pattern import Pattern

SEPARATOR = Pattern(r"\s*/\s*|\s*,\s+|\s*\|\s*")
MOST = 4

Rows = Sequence[Sequence[Text]]


def parted_rows(rows: Rows) -> Rows:
    """The rows of a table, those made two or more whose cells all hold as many values as names."""
    if not any("/" in str(row[0]) or "," in str(row[0]) for row in rows[1:]):
        return rows
    return [part for row in rows for part in _parts_of_row(row)]


def parted_columns(rows: Rows) -> Rows:
    """The rows of a table with its columns made two or more in the same way."""
    if not any("/" in str(cell) or "," in str(cell) for cell in rows[0][1:]):
        return rows
    columns = parted_rows(list(zip(*rows, strict=False)))
    return list(zip(*columns, strict=False))


def _parts_of_row(row: Sequence[Text]) -> Rows:
    parts = [_parts(cell) for cell in row]
    size = len(parts[0])
    if not 1 < size <= MOST or any(len(cell) != size for cell in parts):
        return [row]
    return list(zip(*parts, strict=True))


def _parts(cell: Text) -> list[Text]:
    content = str(cell)
    bounds = [
        0,
        *(at for found in SEPARATOR.finditer(content) for at in found.span()),
        len(content),
    ]
    return [cell.slice(*span) for span in zip(bounds[::2], bounds[1::2], strict=True)]
