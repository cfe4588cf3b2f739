"""The rows and columns of a table as lines of numbers with a name, whichever way it is read.

A law says what one line holds from others, place by place: in each row, if the lines are columns.
"""

from collections.abc import Iterator, Sequence

from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.tables.grid import (
    LETTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    NUMERALS,
    Entry,
    entries_of,
    in_one_unit,
    tables,
)
from hooks.tables.written import Rows

FEWEST_PLACES = 2
BESIDE = Pattern(r"[$€£*_()~≈|\\ ]+")
STEM = Pattern(r"[^\W\d_]{3,}|\b[TF][PN]R?\b")


@record
class Line:
    """A row or column: its name, and its number in each place, None where there is none."""

    name: str
    entries: tuple[Entry | None, ...]

    @cached_property
    def known(self) -> list[Entry]:
        return [entry for entry in self.entries if entry]

    @cached_property
    def are_counts(self) -> bool:
        return all(entry.exact and entry.low >= 0 for entry in self.known)

    @cached_property
    def are_percentages(self) -> bool:
        return all(entry.written.endswith("%") for entry in self.known)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of its name, without their endings."""
        return frozenset(word.lower().rstrip("s")[:6] for word in STEM.findall(self.name))


@record
class Lines:
    """A table's lines of one direction, in order, and the names of their places.

    first: the numbers that the places have for names, if they have. bold: which places stand out.
    """

    lines: tuple[Line, ...]
    first: Line | None
    places: tuple[str, ...]
    bold: tuple[bool, ...]
    is_turned: bool

    def before(self, line: Line) -> Sequence[Line]:
        return self.lines[: self.lines.index(line)]

    def others(self, line: Line) -> list[Line]:
        """All but one, and the first."""
        return [x for x in (self.first, *self.lines) if x and x is not line]


def lined_tables(page: Question) -> Iterator[list[Lines]]:
    """Each table of a page by its columns, and by its rows."""
    for _, rows in tables(page):
        if len(rows) - 1 > MOST_ROWS or all(NUMERALS.search(cell.content) for cell in rows[0]):
            continue
        both = (lines_of(rows, False), lines_of([*zip(*rows, strict=True)], True))
        yield [found for found in both if found and len(found.lines) > 1]


def lines_of(rows: Rows, is_turned: bool) -> Lines | None:
    head, *cases = rows
    if len(cases) < FEWEST_PLACES or len(head) > (MOST_ROWS if is_turned else MOST_COLUMNS):
        return None
    found = [line_of(cell, [row[at] for row in cases]) for at, cell in enumerate(head)]
    lines = tuple(line for line in found[1:] if len(line.known) >= FEWEST_PLACES)
    names = [row[0].content for row in cases]
    bold = [name.lstrip().startswith("*") for name in names]
    return Lines(
        lines,
        found[0] if len(found[0].known) >= FEWEST_PLACES else None,
        tuple(" ".join(words(name).split()) for name in names),
        tuple(is_bold and not all(bold) for is_bold in bold),
        is_turned,
    )


def line_of(head: Text, cells: Sequence[Text]) -> Line:
    return Line(" ".join(words(head.content).split()), tuple(in_one_unit([*map(number_of, cells)])))


def number_of(cell: Text) -> Entry | None:
    """The one number that a cell holds, or what its calculation comes to."""
    kind, entries = entries_of(cell)
    alone = BESIDE.sub("", LETTERS.sub("", kind)) == "#"
    return entries[0] if alone and len(entries) == 1 else None
