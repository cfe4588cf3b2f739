"""Confusion matrices of any number of classes: how pages write them, and what follows from them.

A matrix is read where the page says which side is actual: in a table's labels, in the words before
it ("rows are the true classes"), or by scikit-learn's convention (rows actual, classes in order).
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain

from hooks.calculation.quantity import shown
from hooks.classifiers.matrix import METRICS, ConfusionMatrix, Metric, whole_number
from hooks.classifiers.matrix_labels import (
    ACTUAL,
    LONGEST_TEXT,
    PREDICTED,
    WHOLE,
    cell_words,
    is_total,
    label_of,
    sides,
)
from hooks.language.wording import words
from hooks.page import Block, Text
from hooks.pattern import Pattern
from hooks.record import record

LARGEST = 20  # classes

# -- the model ------------------------------------------------------------------------------------


@record
class ClassMatrix:
    """How many cases of each actual class (rows) were predicted as each class (columns).

    labels: of the classes, in the order of rows and columns; empty where nobody names them.
    """

    labels: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> int:
        return sum(map(sum, self.cells))

    @property
    def right(self) -> tuple[int, ...]:
        """The cases on the diagonal, class by class."""
        return tuple(row[i] for i, row in enumerate(self.cells))

    def support(self, i: int) -> int:
        """How many cases are of class i."""
        return sum(self.cells[i])

    @lru_cache(maxsize=256)  # noqa: B019 - a frozen value; few live at a time
    def against_rest(self, i: int) -> ConfusionMatrix:
        """The binary matrix with class i as the positive one."""
        tp, predicted = self.cells[i][i], sum(row[i] for row in self.cells)
        fn, fp = self.support(i) - tp, predicted - tp
        name = self.labels[i] if self.labels else str(i)
        tn = self.total - tp - fn - fp
        return ConfusionMatrix(tp, fn, fp, tn, positive=name, is_of_class=True)


@record
class OverClasses(Metric):
    """A metric of the whole matrix: the accuracy, or an average over its classes.

    calculation: how it is computed, in numbers.
    """

    calculation: str = ""

    def of(self, matrix: ConfusionMatrix) -> Fraction | None:
        return self.compute(0, 0, 0, 0)

    def worked(self, matrix: ConfusionMatrix) -> str:
        return self.calculation


def accuracy_of(matrix: ClassMatrix) -> Metric:
    value = Fraction(sum(matrix.right), matrix.total)
    how = f"({'+'.join(map(str, matrix.right))})/{matrix.total}"
    return OverClasses("accuracy", (), "", lambda *_: value, how)


def error_rate_of(matrix: ClassMatrix) -> Metric:
    wrong = matrix.total - sum(matrix.right)
    value = Fraction(wrong, matrix.total)
    return OverClasses("error rate", (), "", lambda *_: value, f"{wrong}/{matrix.total}")


def average_of(matrix: ClassMatrix, metric: Metric, kind: str) -> Metric | None:
    """The macro, micro or weighted average of a metric; None where a class has no value."""
    size = len(matrix.cells)
    if metric.name == "balanced accuracy":
        metric = next(one for one in METRICS if one.name == "recall")  # over classes it is that
    if kind == "micro":
        if metric.name not in ("precision", "recall", "F1", "accuracy"):
            return None
        return _named(accuracy_of(matrix), f"micro-averaged {metric.name}")
    values = [metric.of(matrix.against_rest(i)) for i in range(size)]
    if None in values:
        return None
    weights = [matrix.support(i) if kind == "weighted" else 1 for i in range(size)]
    mean = sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights)
    if kind == "weighted":
        terms = "+".join(f"{w}·{shown(v, 3)}" for w, v in zip(weights, values, strict=True))
    else:
        terms = "+".join(shown(v, 3) for v in values)
    how = f"({terms})/{sum(weights)}"
    return OverClasses(f"{kind}-averaged {metric.name}", (), "", lambda *_: mean, how)


def _named(metric: Metric, name: str) -> Metric:
    return OverClasses(name, (), "", metric.compute, metric.worked(None))


# -- where a page states one ----------------------------------------------------------------------

ROWS_ACTUAL = Pattern(
    rf"\brows?\b[^.;]{{0,40}}?(?:{ACTUAL.pattern})|\bcolumns?\b[^.;]{{0,40}}?(?:{PREDICTED.pattern})"
    rf"|(?:{ACTUAL.pattern})[^.,;]{{0,30}}\brows?\b"
    r"|scikit-learn|sklearn|confusion_matrix\(|tn\s*,\s*fp\s*,\s*fn\s*,\s*tp\s*=",
    re.I,
)
ROWS_PREDICTED = Pattern(
    rf"\brows?\b[^.,;]{{0,40}}?(?:{PREDICTED.pattern})"
    rf"|\bcolumns?\b[^.,;]{{0,40}}?(?:{ACTUAL.pattern})",
    re.I,
)
SCIKIT = Pattern(r"scikit-learn|sklearn|confusion_matrix\(|tn\s*,\s*fp\s*,\s*fn\s*,\s*tp\s*=", re.I)
UNPACKED = Pattern(r"tn\s*,\s*fp\s*,\s*fn\s*,\s*tp\s*=", re.I)
OWN_ORDER = Pattern(r"labels\s*=\s*(?!\[[^\[\]]+\])|transpos|\.T\b")
LABELS = Pattern(r"\blabels\s*=\s*\[(?P<names>[^\[\]]{3,200})\]")
NEGATIVE_FIRST = Pattern(
    r"negatives?(?:\s+class)?\s+(?:first|before)|\[\s*\[\s*TN"
    r"|\b(?:order|classes|labels)\b[^.;]{0,20}?\bneg(?:ative)?\b\W+(?:then\s+|and\s+)?pos",
    re.I,
)
POSITIVE_FIRST = Pattern(
    r"positives?(?:\s+class)?\s+(?:first|before)|\[\s*\[\s*TP"
    r"|\b(?:order|classes|labels)\b[^.;]{0,20}?\bpos(?:itive)?\b\W+(?:then\s+|and\s+)?neg",
    re.I,
)
ROLE_ORDER = Pattern(
    r"\[\s*\[\s*TN\s*,\s*FP\s*\]\s*,\s*\[\s*FN\s*,\s*TP|\[\s*\[\s*TP\s*,\s*FN\s*\]"
)
NESTED = Pattern(
    r"\[\s*\[\s*\d+(?:(?:\s*,\s*|\s+)\d+)+\s*\](?:\s*,?\s*\[\s*\d+(?:(?:\s*,\s*|\s+)\d+)+\s*\])+\s*,?\s*\]"
)
ENVIRONMENT = Pattern(
    r"\\begin\{(?P<name>[bpvB]?matrix|array|tabular)\}(?:\{[^{}]*\})?(?P<body>.{3,2000}?)\\end\{(?P=name)\}",
    re.S,
)
LISTED_CLASSES = Pattern(
    r"\bclass(?:es)?\b\s*[:(]?\s*(?P<names>[\w'-]+(?:\s*,\s*[\w'-]+)*,?\s+and\s+[\w'-]+"
    r"|[\w'-]+(?:\s*,\s*[\w'-]+)+)",
    re.I,
)
IN_BRACKETS = Pattern(  # rows = truth (positive, neutral, negative)
    r"\b(?:rows?|columns?|truth|order|class(?:es)?|labels?)\b[^().]{0,30}"
    r"\((?P<names>[a-z][\w '-]*(?:,\s*(?:and\s+)?[a-z][\w '-]*)+)\)",
    re.I,
)
ALIGNMENT = Pattern(r"\\[a-z]+(?:\{[^{}]*\})*")
BETWEEN = r"(?:[\s,&\[\]{}\\]|text|mathrm)+"  # two cells of a matrix
AROUND = r"(?:[\s$\[\]{}\\]|(?:begin|end)\{\w+\})*"
ROLES_EQUAL_COUNTS = Pattern(
    rf"(?P<roles>(?:[TF][PN]{BETWEEN}){{3}}[TF][PN]){AROUND}[=:]"
    rf"(?P<counts>{AROUND}(?:\d[\d,]*{BETWEEN}){{3}}\d+)"
)
NEARBY = 2  # blocks before a bare matrix that may say how to read it
CODE = ("", "text", "txt", "python", "py", "console")


@record
class StatedClasses:
    """A matrix of classes, and the block that states it by index."""

    matrix: ClassMatrix
    index: int


def read_classes(blocks: Sequence[Block], index: int) -> ClassMatrix | None:
    """The matrix of classes that a block states, if it says how to read it."""
    block = blocks[index]
    if block.kind == "table":
        return _of_rows(block.rows, _said_around(blocks, index))
    text = block.text.content
    if len(text) > LONGEST_TEXT or (block.kind == "code" and block.language not in CODE):
        return None
    if found := ENVIRONMENT.search(text):
        return _of_environment(found["body"], block, _said_around(blocks, index) + " " + text)
    if found := NESTED.search(text):
        return _of_nested(found[0], _said_around(blocks, index) + " " + text)
    if block.kind != "code":
        return None
    return _of_rows(drawn(block.text), _said_around(blocks, index) + " " + text)


def binary_of(blocks: Sequence[Block], index: int) -> ConfusionMatrix | None:
    """The binary matrix of a bare 2 × 2 matrix whose order of classes is said or scikit-learn's."""
    text = str(blocks[index].text)
    if len(text) > LONGEST_TEXT or not ("[" in text or "\\begin" in text):
        return None
    if named := _by_roles(text):
        return named
    found = NESTED.search(text) or ENVIRONMENT.search(text)
    matrix = read_classes(blocks, index) if found else None
    if matrix is None or len(matrix.cells) != 2 or not set(matrix.labels) <= {"0", "1"}:
        return None
    said = _said_around(blocks, index) + " " + text
    (a, b), (c, d) = matrix.cells
    is_unpacked = UNPACKED.search(text)
    if not is_unpacked and (POSITIVE_FIRST.search(said) or matrix.labels == ("1", "0")):
        return ConfusionMatrix(tp=a, fn=b, fp=c, tn=d)
    if is_unpacked or NEGATIVE_FIRST.search(said) or SCIKIT.search(said):
        return ConfusionMatrix(tp=d, fn=c, fp=b, tn=a)
    return None


def _by_roles(text: str) -> ConfusionMatrix | None:
    """The matrix of "[[TN, FP], [FN, TP]] = [[45, 5], [10, 40]]", in LaTeX as well."""
    if not (found := ROLES_EQUAL_COUNTS.search(text)):
        return None
    roles = [role.lower() for role in re.findall(r"[TF][PN]", found["roles"])]
    values = [whole_number(n) for n in re.findall(WHOLE, ALIGNMENT.sub(" ", found["counts"]))]
    if len(set(roles)) != 4 or len(values) != 4:
        return None
    return ConfusionMatrix(**dict(zip(roles, values, strict=True)))


def environment_rows(block: Block) -> list[list[Text]]:
    """The rows of a LaTeX table with labels in a block; none if it has no such table."""
    text = block.text.content
    found = ENVIRONMENT.search(text) if len(text) <= LONGEST_TEXT else None
    cells = _environment_cells(found["body"]) if found else []
    return [[Text(cell, block.text.starts[:1]) for cell in row] for row in cells]


def _environment_cells(body: str) -> list[list[str]]:
    lines = [line for line in re.split(r"\\\\(?:\[[^\]]*\])?|\\hline", body) if line.strip()]
    return [[words(cell).strip() for cell in line.split("&")] for line in lines[: LARGEST + 2]]


def _said_around(blocks: Sequence[Block], index: int) -> str:
    """The text of the blocks just before one, and of the paragraph behind it, in its section."""
    behind = [b for b in blocks[index + 1 : index + 2] if b.kind == "paragraph"]
    near = [*blocks[max(0, index - NEARBY) : index], *behind]
    kept = [b for b in near if b.section == blocks[index].section]
    said = " ".join(str(b.text) for b in kept if b.is_prose or b.kind == "code")
    return said[-LONGEST_TEXT:]


def _rows_are_actual(said: str) -> bool | None:
    plain = words(said)
    predicted = ROWS_PREDICTED.search(plain)
    if ROWS_ACTUAL.search(plain) or ROLE_ORDER.search(plain):
        return None if predicted or OWN_ORDER.search(said) else True
    return False if predicted else None


def _of_nested(text: str, said: str) -> ClassMatrix | None:
    rows = [re.findall(r"\d+", row) for row in re.findall(r"\[([\d\s,]+)\]", text)]
    return _bare([[int(cell) for cell in row[:LARGEST]] for row in rows], said)


def _of_environment(body: str, block: Block, said: str) -> ClassMatrix | None:
    """A LaTeX matrix, bare or with labels."""
    cells = _environment_cells(body)
    if all(re.fullmatch(WHOLE, cell) for row in cells for cell in row):
        return _bare([[whole_number(cell) for cell in row] for row in cells], said)
    rows = [[Text(cell, block.text.starts[:1]) for cell in row] for row in cells]
    return _of_rows(rows, said)


def _bare(cells: list[list[int]], said: str) -> ClassMatrix | None:
    """A matrix without labels on its sides."""
    size = len(cells)
    if (
        not 2 <= size <= LARGEST
        or any(len(row) != size for row in cells)
        or not any(map(any, cells))
    ):
        return None
    by_rows = _rows_are_actual(said)
    if by_rows is None:
        return None
    if not by_rows:
        cells = [list(row) for row in zip(*cells, strict=True)]
    return ClassMatrix(_listed_labels(said, size), tuple(map(tuple, cells)))


def _listed_labels(said: str, size: int) -> tuple[str, ...]:
    """The classes that a text lists, if they are as many; else their numbers."""
    for found in LABELS.finditer(said):
        names = tuple(name.strip(" \"'") for name in found["names"].split(","))
        if len(names) == size == len(set(names)):
            return names
    for found in chain(LISTED_CLASSES.finditer(words(said)), IN_BRACKETS.finditer(said)):
        names = tuple(re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found["names"]))
        names = names[:size] if all(len(name) == 1 for name in names[:size]) else names
        if len(names) == size == len(set(names)):
            return names
    return tuple(map(str, range(size)))


# -- tables ---------------------------------------------------------------------------------------

INDENT = 4  # spaces before a label that stands above the columns
CELL = Pattern(rf"({WHOLE})(?:\s*\([^()]*\))?")
LABEL_AND_NUMBER = Pattern(r"[^\W\d_][\w ]*\s\d{1,2}:?")
DRAWN_ROW = Pattern(r"(?P<label>.*?\S)??[\s|:│\[]+(?P<cells>\d[\d,]*(?:[\s|│]+\d[\d,]*)+)[\s|│\]]*")


@record
class Grid:
    """Counts in as many rows as columns, totals left out, and the labels around them."""

    cells: tuple[tuple[int, ...], ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    corner: str


def count_grid(block: Block) -> Grid | None:
    """The counts of a table, or of one drawn with spaces, whatever its labels say."""
    if block.kind == "table":
        rows = block.rows
    elif block.kind == "code" and block.language in CODE and len(str(block.text)) <= LONGEST_TEXT:
        rows = drawn(block.text)
    else:
        return None
    return grid_of(rows)


def grid_of(rows: Sequence[Sequence[Text]]) -> Grid | None:
    plain = [[cell_words(cell) for cell in row] for row in rows[: LARGEST + 4]]
    body = [i for i, row in enumerate(plain) if _is_row(row)]
    if len(body) < 2 or not body[0]:
        return None
    first = next(j for j, cell in enumerate(plain[body[0]]) if CELL.fullmatch(cell))
    width = min(len(plain[i]) for i in body)
    if not first:
        return None
    heads = [" ".join(row[j] for row in plain[: body[0]] if j < len(row)) for j in range(width)]
    columns = [j for j in range(first, width) if not is_total(heads[j])]
    body = [i for i in body if not is_total(" ".join(plain[i][:first]))]
    columns, body = without_sums(plain, heads, columns, body, first)
    if not 2 <= len(columns) == len(body) <= LARGEST:
        return None
    found = [[CELL.fullmatch(plain[i][j]) for j in columns] for i in body]
    if not all(cell for row in found for cell in row):
        return None
    return Grid(
        tuple(tuple(whole_number(cell[1]) for cell in row) for row in found),
        tuple(" ".join(plain[i][:first]).strip() for i in body),
        tuple(heads[j] for j in columns),
        " ".join(heads[:first]).strip(),
    )


def without_sums(
    plain: Sequence[Sequence[str]],
    heads: list[str],
    columns: list[int],
    body: list[int],
    first: int,
) -> tuple[list[int], list[int]]:
    """The columns and rows of classes, without a last one whose name no class has on the other
    side and which holds sums: "support", "predicted"."""
    across = [_label(heads[j]) for j in columns]
    down = [_label(" ".join(plain[i][:first])) for i in body]
    of_classes = {*across} & {*down}
    if len(of_classes) < 2:
        return columns, body
    rows = [[_count(plain[i][j]) for j in columns] for i in body]
    if across[-1] not in of_classes and _are_sums(rows):
        columns = columns[:-1]
    if down[-1] not in of_classes and _are_sums([list(cells) for cells in zip(*rows, strict=True)]):
        body = body[:-1]
    return columns, body


def _label(text: str) -> str:
    return text.strip(" *_`").lower()


def _count(cell: str) -> int:
    found = CELL.fullmatch(cell)
    return whole_number(found[1]) if found else 0


def _are_sums(rows: Sequence[Sequence[int]]) -> bool:
    """Whether the last numbers are the sums of the others, but for one."""
    return sum(sum(row[:-1]) == row[-1] for row in rows) >= max(2, len(rows) - 1)


def _of_rows(rows: Sequence[Sequence[Text]], said: str) -> ClassMatrix | None:
    """The matrix of a table that labels its rows and columns with the same classes."""
    grid = grid_of(rows)
    if grid is None:
        return None
    row_side, _ = sides(grid.rows, grid.columns, grid.corner, " ".join(grid.columns))
    by_rows = row_side == "actual" if row_side else _rows_are_actual(said)
    return None if by_rows is None else classes_of(grid, by_rows)


def classes_of(grid: Grid, rows_are_actual: bool) -> ClassMatrix | None:
    """The matrix of a grid whose rows and columns are labelled with the same classes."""
    names = tuple(label_of(label) for label in grid.rows)
    others = tuple(label_of(label).lower() for label in grid.columns)
    keys = [name.lower() for name in names]
    if not all(keys) or sorted(keys) != sorted(others) or len(set(keys)) != len(keys):
        return None
    order = [others.index(key) for key in keys]
    cells = tuple(tuple(row[j] for j in order) for row in grid.cells)
    if not rows_are_actual:
        cells = tuple(zip(*cells, strict=True))
    return ClassMatrix(names, cells) if any(map(any, cells)) else None


def _is_row(row: Sequence[str]) -> bool:
    """Whether a row holds a label and counts."""
    counts = [bool(CELL.fullmatch(cell)) for cell in row[1:]]
    return len(counts) > 1 and sum(counts) >= 2 and not CELL.fullmatch(row[0] or "x" * 3)


def drawn(text: Text) -> list[list[Text]]:
    """The rows of a table drawn with spaces: a label and counts, below a line of labels."""
    lines = [line for line in str(text).splitlines()[:40] if len(line) < 300]
    found = [(_drawn_cells(line.strip()), line) for line in lines]
    sizes = [len(cells) - 1 for cells, _ in found if cells]
    if len(sizes) < 2 or len(set(sizes)) != 1:
        return []
    rows: list[list[str]] = []
    for cells, line in found:
        if cells:
            rows.append(cells)
        else:
            names = [w for w in re.split(r"\s{2,}|[|│]|\t", line.strip()) if w.strip(" -+=")]
            names = names if len(names) >= sizes[0] else line.split()
            rows.append(_header(names, line, sizes[0]))
    starts = text.starts[:1]
    return [[Text(cell.strip(), starts) for cell in row] for row in rows]


def _drawn_cells(line: str) -> list[str]:
    """The label and the counts of a drawn row; none where it is no row. "cluster 1" in a column
    of its own is a label."""
    apart = [cell.strip() for cell in re.split(r"\s{2,}|[|│\t]", line) if cell.strip()]
    is_labelled = len(apart) > 2 and LABEL_AND_NUMBER.fullmatch(apart[0])
    if is_labelled and all(re.fullmatch(WHOLE, cell) for cell in apart[1:]):
        return apart
    row = DRAWN_ROW.fullmatch(line)
    if not row or not row["label"]:
        return []
    return [_row_label(row["label"]), *re.split(r"[\s|│]+", row["cells"])]


def _header(names: list[str], line: str, size: int) -> list[str]:
    """The corner and the columns' labels of a line; what is far to the right is of the columns."""
    if len(names) >= size:
        corner = " ".join(names[:-size]) if len(names) == size + 1 else ""
        return [corner, *names[-size:]]
    is_spanning = len(line) - len(line.lstrip()) >= INDENT
    return ["", line.strip()] if is_spanning else [line.strip()]


def _row_label(label: str) -> str:
    return re.sub(r"[|│:\[]+", " ", label).strip()
