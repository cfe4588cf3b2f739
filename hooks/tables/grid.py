"""Tables as columns of numbers: cases in rows, or in columns, with what each number claims.

A cell may hold several numbers, "300, 0.30" or "12 of 40": where those of most rows stand together
in the same way, each is a column of its own. Of a calculation, "18/18 = 1", the result counts.
Rows that are no cases like the others, totals and means, are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.calculation.quantity import NUMBER, Quantity, significant_digits
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace
from hooks.tables.written import Rows, tables_of

FEWEST_ROWS, MOST_ROWS = 3, 30
FEWEST_DOUBTFUL = 5  # cases, where rows as well may be the cases
MOST_COLUMNS = 12
MOST_IN_CELL = 4
MOST_CELLS = 2000  # that are kept as they were read: each table is read several times
LETTERS = Pattern(r"[A-Za-z€$£°]+|\s+")
CALCULATED = Pattern(r"\d[\d.,%)]*\s*[-−+·×*/^]\s*[\d(.]|√|\bln\b|\blog|²")
RESULT = Pattern(r"[=≈→](?=[^=≈→]*$)")
TIGHT = Pattern(r"[\w.)\]]")  # before a sign that is no number's own: 0.25–0.5
INSIDE = Pattern(r"[A-Za-z_\d.]")
RIGHT = Pattern(r"\b(?:right|correct\w*|instead|better|should|claim\w*|mistake)\b", re.I)
UNIT = Pattern(r"\s?(?P<unit>[kKMGT]i?B|µs|ms|s|min(?:utes)?|h(?:ours)?|days|[kKMB])(?![\w/])")
WORTH = {"µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "minutes": 60.0, "h": 3600.0,
         "hours": 3600.0, "days": 86400.0, "k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9}  # fmt: skip
POWERS = {"k": 1, "K": 1, "M": 2, "G": 3, "T": 4}
OF_POWERS = 2  # digits that a power of two tells at most
GROUPED = Pattern(r"\d{1,3}(?: \d{3})+")
NAME = Pattern(r"[^\W\d_]|%|#")
NUMERALS = Pattern(r"\d")

Span = tuple[float, float]


@record
class Entry:
    """A number in a cell, and what it claims.

    digits: those that tell, without zeros at the end of a whole number. unit: how much its last
    digit is worth. worth: of its unit; 1 if it has none.
    """

    text: Text
    start: int
    written: str
    low: float
    high: float
    digits: int
    unit: float
    worth: float

    @cached_property
    def value(self) -> float:
        return (self.low + self.high) / 2

    @property
    def position(self) -> tuple[int, int]:
        return self.text.position(self.start)

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def span(self) -> Span:
        return self.low, self.high

    @property
    def style(self) -> tuple[int, bool]:
        """How many decimals it has, and whether it is in percent."""
        return len(self.written.rstrip(" %").partition(".")[2]), self.written[-1:] == "%"

    @cached_property
    def claimed(self) -> Span:
        """What it may be the rounding of: a whole number of two digits may be one, too."""
        half = self.unit / 2 if self.exact and abs(self.low) >= 10 * self.unit else 0.0
        return self.low - half, self.high + half


@record
class Column:
    """The numbers of one kind, case by case; None where there is none. at: which column it is."""

    head: str
    entries: tuple[Entry | None, ...]
    at: int

    @cached_property
    def spread(self) -> float:
        """How far its values are apart."""
        values = [entry.value for entry in self.entries if entry]
        return max(values) - min(values)


@record
class Grid:
    """A table's cases: their names, the columns of numbers, and all cells as words.

    is_turned: each case has a column of its own. is_doubtful: rows as well may be the cases.
    """

    block: Block
    head: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    is_turned: bool
    is_doubtful: bool = False

    @property
    def is_named(self) -> bool:
        """Whether most of its columns have a name."""
        return 2 * sum(NAME.search(column.head) is not None for column in self.columns) >= len(
            self.columns
        )

    @cached_property
    def likeness(self) -> float:
        """How alike the numbers of its columns are written, from 0 to 1."""
        kinds = [
            Counter(entry.style for entry in column.entries if entry) for column in self.columns
        ]
        usual = sum(kind.most_common(1)[0][1] for kind in kinds)
        return usual / max(1, sum(map(Counter.total, kinds)))


@lru_cache(maxsize=RECENT)
def grids(page: Question) -> tuple[Grid, ...]:
    """The tables of a page with a case in each row, or where that fits their numbers better, or
    as well, with a case in each column."""
    return tuple(grid for block, rows in tables(page) for grid in grids_of(block, rows))


def grids_of(block: Block, rows: Rows) -> Iterator[Grid]:
    """The readings of one table that has a head."""
    if not all(NUMERALS.search(cell.content) for cell in rows[0]):
        upright = grid_of(block, rows, False)
        turned = None
        if len(rows[0]) > FEWEST_ROWS and block.kind == "table":
            turned = grid_of(block, [*zip(*rows, strict=True)], True)
        both = [grid for grid in (upright, turned) if grid and grid.is_named]
        both = [grid for grid in both if len(grid.columns) > 1]
        best = max((grid.likeness for grid in both), default=0)
        chosen = [grid for grid in both if grid.likeness >= best]
        chosen = [grid for grid in chosen if len(grid.labels) >= FEWEST_ROWS]
        yield from chosen[:1]
        for grid in chosen[1:]:
            if len(grid.labels) >= FEWEST_DOUBTFUL:
                yield replace(grid, is_doubtful=True)


def tables(page: Question) -> Iterator[tuple[Block, Rows]]:
    """The tables of a page, but for those that are about mistakes or are called wrong."""
    for at, block in enumerate(page.blocks):
        if block.kind in ("table", "code") and not is_on_mistakes(block):
            beside = [other for other in page.blocks[max(0, at - 1) : at + 2] if other.is_prose]
            texts = (str(other.text) for other in beside)
            if not any(map(is_called_wrong, (*texts, *claims_of(block)))):
                yield from ((block, rows) for rows in tables_of(block))


def claims_of(block: Block) -> Iterator[str]:
    """What a table or block of code says; a head alone, "wrong", is a count of errors."""
    if block.kind != "table":
        yield str(block.text)
        return
    head, *rows = (" | ".join(cell.content for cell in row) for row in block.rows)
    yield from rows
    if RIGHT.search(head):
        yield head


def grid_of(block: Block, rows: Rows, is_turned: bool, has_totals: bool = False) -> Grid | None:
    """The columns of numbers below a head, if there are some."""
    head, *others = rows
    if len(head) > MOST_COLUMNS or len(others) > MOST_ROWS:
        return None
    cases = others if has_totals else of_one_kind(others)
    if len(cases) < 2:
        return None
    columns = []
    for at, cell in enumerate(head):
        name = " ".join(words(cell.content).split())
        columns += columns_at(name, [row[at] for row in cases], at)
    if not 0 < len(columns) <= MOST_COLUMNS:
        return None
    cells = tuple(tuple(words(cell.content).strip() for cell in row) for row in cases)
    heads = tuple(words(cell.content).strip() for cell in head)
    labels = tuple(row[0] for row in cells)
    return Grid(block, heads, labels, cells, tuple(columns), is_turned)


def of_one_kind(rows: Sequence[Sequence[Text]]) -> list[Sequence[Text]]:
    """The rows but for totals, averages and ranges without end, which may be bold alone."""
    bold = [row[0].content.lstrip().startswith(("**", "*")) for row in rows]
    return [
        row
        for row, is_bold in zip(rows, bold, strict=True)
        if not is_of_several(words(row[0].content)) and (not is_bold or all(bold))
    ]


OF_ALL = Pattern(
    r"\b(?:total|sum|all|mean|average|avg|macro|micro|weighted|overall|median|std|sd|together|both"
    r"|rest|remaining|remainder|combined|pooled)\b|(?-i:[Σ∑∅…])|\.\.\."
    r"|\b(?:or|and)\s+(?:more|above|over)\b",
    re.I,
)


def is_of_several(label: str) -> bool:
    return OF_ALL.search(label) is not None


def columns_at(head: str, cells: Sequence[Text], at: int) -> Iterator[Column]:
    """The numbers of a column of cells: as many columns as most cells have numbers."""
    read = [entries_of(cell) for cell in cells]
    kinds = Counter(kind for kind, entries in read if entries)
    if not kinds:
        return
    usual, count = kinds.most_common(1)[0]
    width = usual.count("#")
    if count < min(FEWEST_ROWS, len(cells)) or not 0 < width <= MOST_IN_CELL:
        return
    for k in range(width):
        entries = [own[k] if kind == usual else None for kind, own in read]
        yield Column(head, tuple(in_one_unit(entries)), at)


def in_one_unit(entries: Sequence[Entry | None]) -> Sequence[Entry | None]:
    """The numbers in the smallest unit of theirs, if they have several."""
    worth = {entry.worth for entry in entries if entry}
    if len(worth) < 2:
        return entries
    least = min(worth)
    return [entry and rescaled(entry, entry.worth / least) for entry in entries]


def rescaled(entry: Entry, times: float) -> Entry:
    return Entry(
        entry.text,
        entry.start,
        entry.written,
        entry.low * times,
        entry.high * times,
        entry.digits,
        entry.unit * times,
        entry.worth / times,
    )


@lru_cache(maxsize=MOST_CELLS)
def entries_of(cell: Text) -> tuple[str, list[Entry]]:
    """How the numbers of a cell stand together, and what they are."""
    plain = words(cell.content)
    if not NUMERALS.search(plain):
        return "", []
    found = RESULT.search(plain) if CALCULATED.search(plain) else None
    start = found.end() if found else 0
    if GROUPED.fullmatch(plain):
        plain = plain.replace(" ", "\u2009")
    kind, entries, end = [], [], start
    for number in NUMBER.finditer(plain, start):
        at = number.start()
        if at < end or (at and INSIDE.match(plain[at - 1])):
            continue
        if number["sign"] and at and TIGHT.match(plain[at - 1]):
            at = number.start("digits")
        written = plain[at : number.end()]
        unit = UNIT.match(plain, number.end())
        entry = entry_of(cell, at, written.replace("- ", "-"), unit["unit"] if unit else "")
        if entry is None:
            continue
        kind += [LETTERS.sub("", plain[end:at]), "#"]
        entries.append(entry)
        end = unit.end() if unit else number.end()
    kind.append(LETTERS.sub("", plain[end:]))
    return "".join(kind).strip("~≈"), entries


def entry_of(cell: Text, start: int, written: str, unit: str) -> Entry | None:
    try:
        quantity = Quantity.written(written)
    except ValueError:
        return None
    low, high = float(quantity.low), float(quantity.high)
    return Entry(
        cell, start, written, low, high, telling_digits(quantity), unit_of(quantity), worth_of(unit)
    )


def worth_of(unit: str) -> float:
    if unit.endswith("B") and len(unit) > 1:
        return (1024.0 if "i" in unit else 1000.0) ** POWERS[unit[0]]
    return WORTH.get(unit, 1.0)


def unit_of(quantity: Quantity) -> float:
    return 1.0 if quantity.exact else float(quantity.high - quantity.low)


def telling_digits(quantity: Quantity) -> int:
    """The digits of a number that was not chosen for being round."""
    digits = significant_digits(quantity.text)
    value = quantity.value
    if quantity.exact and value:
        while value % 10 == 0:
            value, digits = value / 10, digits - 1
        if value.denominator == 1 and not int(value) & int(value) - 1:
            digits = min(digits, OF_POWERS)
    return max(digits, 1)
