"""Tables as cases with numbers of several kinds: a case in each row, or in each column.

Tables of which the cases have the same names are read as one, too: counts of each model in one
table, the rates of the same models in the next.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hooks.calculation.expression import Number
from hooks.calculation.quantity import Quantity
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record

CELL = Pattern(
    r"(?=[^A-Za-z]*\d)\s*(?:≈\s*)?"
    r"(?P<number>[-−+]?(?:\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+|\d+)?(?:\.\d+)?(?:\s?%)?)"
    r"(?P<unit>\s?(?:[A-Za-z€$/]{1,12}))?\s*"
)
FRACTION_BEFORE = Pattern(r"[^=≈]*\d\s*/\s*\d[^=≈]*[=≈]")  # 28/36 ≈ 0.778
APART = Pattern(r"\S+(?: \S+)*")  # what two spaces set apart
CODE = ("", "text", "txt", "console", "output", "bash", "sh", "shell")
MOST_CASES, MOST_COLUMNS = 30, 12
MOST_TABLES = 8
FEWEST_DRAWN = 3  # lines of a table that is drawn, its head among them


@record
class Cell:
    """A number in a table."""

    text: Text
    start: int
    quantity: Quantity
    unit: str

    @cached_property
    def node(self) -> Number:
        return Number(self.quantity, self.start, self.start + len(self.quantity.text))

    @cached_property
    def span(self) -> tuple[float, float]:
        """What it claims, for quick looks."""
        return float(self.quantity.low), float(self.quantity.high)


@record
class Column:
    """The numbers of one kind, case by case; None where there is none."""

    head: str
    cells: tuple[Cell | None, ...]


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


Rows = Sequence[Sequence[Text]]


def case_tables(page: Question) -> Iterator[Cases]:
    """The tables of a page with a case in each row, then with a case in each column."""
    written = [rows for block in page.blocks for rows in tables_of(block)][:MOST_TABLES]
    upright = [cases for rows in written if (cases := cases_of(rows))]
    turned = [
        cases
        for rows in written
        if (cases := cases_of([*zip(*rows, strict=True)], True)) and len(cases.labels) < len(rows)
    ]
    for kind in (upright, turned):
        yield from kind
        for one, other in combinations(kind, 2):
            if joined := join(one, other):
                yield joined


def tables_of(block: Block) -> Iterator[Rows]:
    """A table with its head, written or drawn."""
    content = block.text.content
    if block.kind == "table" and "~~" not in content:
        width = len(block.rows[0])
        if all(len(row) == width for row in block.rows) and len(block.rows) <= MOST_CASES:
            yield block.rows
    elif block.kind == "code" and block.language in CODE and "  " in content:
        yield from drawn(block.text)


def drawn(text: Text) -> Iterator[Rows]:
    """Lines of as many cells each, which two spaces set apart."""
    offset, rows = 0, []
    for line in [*text.content.split("\n"), ""]:
        cells = [text.slice(offset + m.start(), offset + m.end()) for m in APART.finditer(line)]
        if rows and len(cells) != len(rows[0]):
            if FEWEST_DRAWN <= len(rows) <= MOST_CASES:
                yield rows
            rows = []
        if len(cells) > 2:
            rows.append(cells)
        offset += len(line) + 1


def cases_of(rows: Rows, is_turned: bool = False) -> Cases | None:
    """The cases in the rows below a head, the first cell of each its name."""
    head, *others = rows
    if not 2 <= len(others) <= MOST_CASES or len(head) > MOST_COLUMNS:
        return None
    columns = [
        Column(words(head[j].content).strip(), tuple(cell_of(row[j]) for row in others))
        for j in range(len(head))
    ]
    numeric = [column for column in columns if is_of_one_unit(column)]
    labels = tuple(" ".join(words(row[0].content).split()) for row in others)
    return Cases(labels, tuple(numeric), 0, is_turned) if numeric else None


def is_of_one_unit(column: Column) -> bool:
    units = [cell.unit for cell in column.cells if cell]
    return len(units) > 1 and len(set(units)) == 1


def join(one: Cases, other: Cases) -> Cases | None:
    """Two tables of the same cases as one; None if their cases have other names."""
    first, second = names_of(one), names_of(other)
    shared = [label for label in first if label in second]
    if len(shared) < 2 or len(set(first)) < len(first) or len(set(second)) < len(second):
        return None
    if any(label.replace(".", "").isdecimal() for label in shared):
        return None  # of two tables with numbered rows
    columns = [
        Column(column.head, tuple(column.cells[labels.index(label)] for label in shared))
        for cases, labels in ((one, first), (other, second))
        for column in cases.columns
    ]
    return Cases(tuple(shared), tuple(columns), len(one.columns), one.is_turned)


def names_of(cases: Cases) -> list[str]:
    """The labels without the word that all begin with: "group A", "group B"."""
    labels = [label.lower().split() for label in cases.labels]
    if all(len(label) > 1 for label in labels) and len({label[0] for label in labels}) == 1:
        labels = [label[1:] for label in labels]
    return [" ".join(label) for label in labels]


def cell_of(text: Text) -> Cell | None:
    plain = words(text.content)
    worked = FRACTION_BEFORE.match(plain)
    start = worked.end() if worked else 0
    found = CELL.fullmatch(plain, start)
    if not found or not found["number"]:
        return None
    try:
        quantity = Quantity.written(found["number"].replace(" ", "\u2009"))
    except ValueError:
        return None
    return Cell(text, found.start("number"), quantity, (found["unit"] or "").strip())
