"""Columns of numbers that follow from other columns of their table in all rows but one.

Nothing needs to say what the columns are: precision beside counts, a lift beside its response, a
sum of parts, a product of price and number. Where a calculation of one or two columns gives a third
one in three rows and more, and in all but one, with so many digits that it can't be by chance, the
row that it does not give is wrong. A table drawn with spaces in a block of text is read as well.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, permutations, product

from hooks.calculation.cells import OPERATES, result
from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import Binary, Node, Number
from hooks.calculation.limits import is_limit
from hooks.calculation.quantity import Quantity, significant_digits
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record

CELL = Pattern(
    r"(?=[^A-Za-z]*\d)\s*(?:≈\s*)?"
    r"(?P<number>[-−+]?(?:\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+|\d+)?(?:\.\d+)?(?:\s?%)?)"
    r"(?P<unit>\s?(?:[A-Za-z€$/]{1,12}))?\s*"
)
FRACTION_BEFORE = Pattern(r"[^=≈]*\d\s*/\s*\d[^=≈]*[=≈]")  # 28/36 ≈ 0.778
OF_SEVERAL = Pattern(  # a row that is no case like the others
    r"\b(?:total|sum|all|mean|average|avg|macro|micro|weighted|overall|median|std|together|both)\b"
    r"|\b(?:rest|remaining|remainder|(?:or|and)\s+(?:more|above|below|over))\b"
    r"|(?-i:[Σ∅<>≤≥…])|\d\s*(?:[-–—]|to|through)\s*\d|\d\s*\+|\.\.\.",
    re.I,
)
CONSTANT = Pattern(r"(?<![\w.,^_])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?%)?(?![\w^]|[.,]\d)")
MOST_CONSTANTS = 120
DRAWN = Pattern(r"\S+")
APART = Pattern(r"\S+(?: \S+)*")  # what two spaces set apart
CODE = ("", "text", "txt", "console", "output", "bash", "sh", "shell")
FEWEST_WORKED = 3  # calculations of a column that are written out
FEWEST_ROWS = 3
MOST_ROWS, MOST_COLUMNS = 30, 9
LEAST_DIGITS = 7  # of the results that agree, taken together: fewer may agree by chance
ONE = (Fraction(1),)
HUNDREDS = (Fraction(1), Fraction(100), Fraction(1, 100))
SCALES = tuple(Fraction(10) ** power for power in (0, 2, -2, 3, -3, 1, -1, 6, -6))
NARROW = Fraction(3, 100)  # as a share of a result: what its rounded inputs leave open at most
LARGE = 20
CLEAR = Fraction(3, 200)  # by which share a rounded result must be off


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

    @cached_property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """What it may have been before it was rounded: a large whole number may be rounded, too."""
        half = Fraction(self.quantity.exact and abs(self.quantity.low) >= LARGE, 2)
        return self.quantity.low - half, self.quantity.high + half


@record
class Form:
    """A way to compute a column from others: of their nodes a tree, of their values a value.

    scales: the factors by which units may change the result.
    """

    arity: int
    tree: Callable[..., Node]
    value: Callable[..., Fraction]
    is_symmetric: bool = False
    scales: tuple[Fraction, ...] = HUNDREDS


def sum_of(*nodes: Node) -> Node:
    first, *rest = nodes
    for node in rest:
        first = Binary("+", first, node)
    return first


TWO = Number(Quantity.of(2))
FORMS = (
    Form(2, lambda x, y: Binary("/", x, y), lambda x, y: x / y, False, SCALES),
    Form(2, lambda x, y: Binary("×", x, y), lambda x, y: x * y, True, SCALES),
    Form(2, lambda x, y: Binary("+", x, y), lambda x, y: x + y, True, ONE),
    Form(2, lambda x, y: Binary("−", x, y), lambda x, y: x - y, False, ONE),
    Form(2, lambda x, y: Binary("/", x, Binary("+", x, y)), lambda x, y: x / (x + y)),
    Form(
        2,
        lambda x, y: Binary("/", Binary("×", Binary("×", TWO, x), y), Binary("+", x, y)),
        lambda x, y: 2 * x * y / (x + y),
        True,
    ),
)
Columns = Mapping[int, Sequence[Cell]]


def column_search(page: Question) -> Iterator[list[Chain]]:
    """For each column that follows from others in all rows but one, a chain for each row."""
    for block in page.blocks:
        for rows in calculations_drawn(block):
            yield from worked(rows)
        for rows in tables(block):
            yield from worked(rows)
            columns = numeric_columns(rows)
            if len(columns) > 1:
                for way in wrong_rows(columns, constants_of(page)):
                    members = (columns[at][way.row] for at in way.members)
                    if any(is_limit(page, cell.quantity.text) for cell in members):
                        continue
                    lines = rows_of(way.inputs, way.target, columns)
                    yield [chain(way, row, cell) for row, cell in lines]


@lru_cache(maxsize=RECENT)
def constants_of(page: Question) -> tuple[Quantity, ...]:
    """The numbers in a page's prose that a column may be multiplied with, or divided by."""
    said = (
        found[0]
        for b in page.blocks
        if b.is_prose
        for found in CONSTANT.finditer(words(str(b.text)))
    )
    written = {text: Quantity.written(text) for text in said}
    telling = (q for text, q in written.items() if "%" in text or significant_digits(text) > 1)
    kept = {q.value: q for q in telling if q.value and q.value not in SCALES}
    return tuple(kept.values())[:MOST_CONSTANTS]


# -- tables ---------------------------------------------------------------------------------------


def tables(block: Block) -> Iterator[list[Sequence[Text]]]:
    """The rows of a table below its head that hold cases of one kind, if they are enough."""
    if block.kind == "table":
        if FEWEST_ROWS < len(block.rows) <= MOST_ROWS and "~~" not in block.text.content:
            width = len(block.rows[0])
            yield of_one_kind([row for row in block.rows[1:] if len(row) == width])
    elif block.kind == "code" and block.language in CODE:
        yield from drawn(block.text)


def of_one_kind(rows: Sequence[Sequence[Text]]) -> list[Sequence[Text]]:
    """The rows but for totals, averages and ranges, which may stand out in bold alone."""
    bold = [row[0].content.lstrip().startswith("**") for row in rows]
    return [
        row
        for row, is_bold in zip(rows, bold, strict=True)
        if not OF_SEVERAL.search(words(row[0].content)) and (not is_bold or all(bold))
    ]


def drawn(text: Text) -> Iterator[list[Sequence[Text]]]:
    """The rows of tables that are drawn with spaces: lines of as many numbers each."""
    offset, rows = 0, []
    for line in [*text.content.split("\n"), ""]:
        cells = [text.slice(offset + m.start(), offset + m.end()) for m in DRAWN.finditer(line)]
        is_row = len(cells) > 2 and all(CELL.fullmatch(c.content) for c in cells[1:])
        if not is_row or (rows and len(cells) != len(rows[0])):
            if FEWEST_ROWS <= len(rows) <= MOST_ROWS:
                yield rows
            rows = []
        if is_row and not OF_SEVERAL.search(cells[0].content):
            rows.append(cells)
        offset += len(line) + 1


def calculations_drawn(block: Block) -> Iterator[list[Sequence[Text]]]:
    """Lines of a label, a calculation and its result, set apart by spaces: lstm  4 * 96  384."""
    if block.kind != "code" or block.language not in CODE:
        return
    offset, rows = 0, []
    for line in block.text.content.split("\n"):
        cells = [(offset + m.start(), offset + m.end()) for m in APART.finditer(line)]
        texts = [block.text.slice(*cell) for cell in cells]
        if len(texts) == len(("label", "calculation", "result")) and OPERATES.search(
            texts[1].content
        ):
            rows.append(texts)
        offset += len(line) + 1
    if FEWEST_WORKED <= len(rows) <= MOST_ROWS:
        yield rows


def numeric_columns(rows: Sequence[Sequence[Text]]) -> Columns:
    """The columns that hold a number in each row, all with one unit."""
    if not len(rows) >= FEWEST_ROWS or len(rows[0]) > MOST_COLUMNS:
        return {}
    columns = {j: [cell_of(row[j]) for row in rows] for j in range(len(rows[0]))}
    return {
        j: cells
        for j, cells in columns.items()
        if None not in cells and len({cell.unit for cell in cells}) == 1
    }


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


# -- the search -----------------------------------------------------------------------------------


@record
class Calculation:
    """How all rows but one, or all, get a column from others of the table.

    inputs, target: the columns' numbers. holding: row by row, None where that can't be said.
    """

    form: Form
    scale: Fraction
    inputs: tuple[int, ...]
    target: int
    holding: tuple[bool | None, ...]

    @property
    def row(self) -> int:
        """The row that it does not give."""
        return self.holding.index(False)

    @property
    def members(self) -> frozenset[int]:
        return frozenset((*self.inputs, self.target))


def broken(columns: Columns, constants: Sequence[Quantity]) -> list[Calculation]:
    """Calculations that hold in all rows but one, if some column of theirs follows from no other
    in all rows."""
    found: list[Calculation] = []
    for target, cells in columns.items():
        for inputs, form, scale in calculations(target, columns, constants):
            holding = tuple(holds(form, scale, *row) for row in rows_of(inputs, target, columns))
            if is_telling(cells, holding):
                found.append(Calculation(form, scale, inputs, target, holding))
    sound = frozenset().union(*(way.members for way in found if False not in way.holding))
    return [
        way
        for way in found
        if way.holding.count(False) == 1
        and way.members - sound
        and is_clear(way, columns)
        and not is_odd_otherwise(way, columns)
        and not are_distances(way, columns)
    ]


def are_distances(way: Calculation, columns: Columns) -> bool:
    """Whether one of three columns is how far the two others are apart, whichever is larger."""
    if len(way.members) != 3:
        return False
    rows = zip(*(columns[j] for j in way.members), strict=True)
    values = (sorted(abs(cell.quantity.value) for cell in row) for row in rows)
    return all(a + b == c for a, b, c in values)


def rows_of(
    inputs: Sequence[int], target: int, columns: Columns
) -> Iterator[tuple[tuple[Cell, ...], Cell]]:
    given = zip(*(columns[j] for j in inputs), strict=True)
    return zip(given, columns[target], strict=True)


def wrong_rows(columns: Columns, constants: Sequence[Quantity]) -> Iterator[Calculation]:
    """For each wrong row a calculation, of the cell that all broken calculations share if any."""
    by_row: dict[int, list[Calculation]] = {}
    for way in broken(columns, constants):
        by_row.setdefault(way.row, []).append(way)
    for ways in by_row.values():
        shared = frozenset.intersection(*(way.members for way in ways))
        yield max(ways, key=lambda way: (way.target in shared, way.target))


def calculations(
    target: int, columns: Columns, constants: Sequence[Quantity]
) -> Iterator[tuple[tuple[int, ...], Form, Fraction]]:
    """The calculations of other columns that give the target in one of the first two rows."""
    others = [j for j in columns if j != target]
    for form in FORMS:
        choose = combinations if form.is_symmetric else permutations
        for inputs in choose(others, form.arity):
            yield from scaled(form, inputs, target, columns)
    for inputs in runs(others):
        yield from scaled(Form(len(inputs), sum_of, lambda *x: sum(x)), inputs, target, columns)
    for j in others:
        for form in proportions(columns[j], columns[target], constants):
            yield from scaled(form, (j,), target, columns)


def scaled(
    form: Form, inputs: tuple[int, ...], target: int, columns: Columns
) -> Iterator[tuple[tuple[int, ...], Form, Fraction]]:
    first = [
        scale_of(form, [columns[j][row].quantity.value for j in inputs], columns[target][row])
        for row in (0, 1)
    ]
    yield from ((inputs, form, scale) for scale in dict.fromkeys(first) if scale)


def runs(columns: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Three columns and more that stand side by side."""
    for start in range(len(columns)):
        for end in range(start + 3, len(columns) + 1):
            if columns[end - 1] - columns[start] == end - 1 - start:
                yield tuple(columns[start:end])


def proportions(
    cells: Sequence[Cell], target: Sequence[Cell], constants: Sequence[Quantity]
) -> Iterator[Form]:
    """Multiplication with and division by a number of the page that two rows bear out."""
    values = [cell.quantity.value for cell in cells[:3]]
    if 0 in values:
        return
    ratios = sorted(t.quantity.value / v for t, v in zip(target, values, strict=False))
    for constant in constants:
        for op, factor in (("×", constant.value), ("/", 1 / constant.value)):
            if any(is_near(ratios[1], factor * scale) for scale in HUNDREDS):
                yield constant_form(op, Number(constant), factor)


def is_near(value: Fraction, other: Fraction) -> bool:
    return abs(value - other) <= abs(other) * NARROW


def constant_form(op: str, node: Number, factor: Fraction) -> Form:
    return Form(1, lambda x: Binary(op, x, node), lambda x: x * factor)


def scale_of(form: Form, values: Sequence[Fraction], target: Cell) -> Fraction | None:
    """The power of ten by which the calculation gives the target, if any does."""
    try:
        value = form.value(*values)
    except ZeroDivisionError:
        return None
    wanted = target.quantity.value
    if not value or not wanted or (value > 0) != (wanted > 0):
        return None
    for scale in form.scales:
        if abs(value * scale - wanted) <= abs(wanted) / 10:
            return scale
    return None


def holds(form: Form, scale: Fraction, row: Sequence[Cell], target: Cell) -> bool | None:
    """Whether the calculation can give a cell; None if with such rounded inputs it gives much."""
    low, high = span(form, scale, [(c.quantity.low, c.quantity.high) for c in row])
    if low > target.quantity.high or target.quantity.low > high:
        return False
    return True if high - low <= abs(target.quantity.value) * NARROW else None


def span(
    form: Form, scale: Fraction, bounds: Sequence[tuple[Fraction, Fraction]]
) -> tuple[Fraction, Fraction]:
    """The least and the greatest value of a form that rises or falls with each input."""
    try:
        values = [form.value(*corner) * scale for corner in product(*map(set, bounds))]
    except ZeroDivisionError:
        return Fraction(1), Fraction(0)  # nothing
    return min(values), max(values)


def is_telling(cells: Sequence[Cell], holding: Sequence[bool | None]) -> bool:
    """Whether so many digits agree that they don't by chance."""
    right = [c.quantity for c, is_right in zip(cells, holding, strict=True) if is_right]
    digits = sum(significant_digits(quantity.text) for quantity in right)
    several = len({q.value for q in right})
    return several >= FEWEST_ROWS - 1 and digits >= LEAST_DIGITS - (several > FEWEST_ROWS)


def is_clear(way: Calculation, columns: Columns) -> bool:
    """Whether the cell of the wrong row is off by more than rounding can explain."""
    row, target = list(rows_of(way.inputs, way.target, columns))[way.row]
    low, high = span(way.form, way.scale, [cell.bounds for cell in row])
    if low > high or all(cell.quantity.exact for cell in (*row, target)):
        return low <= high
    room = max(abs(target.quantity.value) * CLEAR, target.quantity.high - target.quantity.low)
    return target.quantity.value + room < low or target.quantity.value - room > high


def is_odd_otherwise(way: Calculation, columns: Columns) -> bool:
    """Whether the wrong row alone holds rates below counts, or differs in another column, on which
    the target may depend."""
    exact = [
        all(columns[j][row].quantity.exact for j in way.members) for row in range(len(way.holding))
    ]
    if not exact[way.row] and exact.count(True) == len(exact) - 1 and way.form.scales == ONE:
        return True
    for column in columns.keys() - way.members:
        values = [cell.quantity.value for cell in columns[column]]
        own = values.pop(way.row)
        if own not in values and len(set(values)) == 1:
            return True
    return False


def chain(way: Calculation, row: Sequence[Cell], target: Cell) -> Chain:
    """What a cell must hold, and what it holds."""
    tree = way.form.tree(*(cell.node for cell in row))
    if way.scale != 1:
        tree = Binary("×", tree, Number(Quantity.of(way.scale)))
    members = (
        Member(tree, "", target.text, target.start),
        Member(target.node, "=", target.text, target.start),
    )
    return Chain(members, target.text, 0, len(target.text.content))


# -- calculations that a table writes out ---------------------------------------------------------


def worked(rows: Sequence[Sequence[Text]]) -> Iterator[list[Chain]]:
    """Columns of calculations, (5·5·3 + 1)·16, each beside what it comes to."""
    for at in range(len(rows[0]) - 1 if rows else 0):
        if sum(bool(OPERATES.search(row[at].content)) for row in rows) >= FEWEST_WORKED:
            yield [found for row in rows for found in result(row, at)]
