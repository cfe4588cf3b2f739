"""Reports of precision, recall and F1 class by class, as scikit-learn prints them.

The rows `accuracy`, `macro avg` and `weighted avg` follow from the rows of the classes and their
supports; F1 follows from precision and recall; and all of it from a matrix of the same classes.
Rounded numbers are intervals. Where the supports do not add up to any total, rows were left out,
and nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.class_matrix import ClassMatrix
from hooks.classifiers.matrix import METRICS
from hooks.language.wording import words
from hooks.page import Block, Text
from hooks.pattern import Pattern
from hooks.record import record

COLUMNS = {
    "precision": Pattern(r"precision|\bprec\b", re.I),
    "recall": Pattern(r"recall|\brec\b|sensitivity", re.I),
    "F1": Pattern(r"\bf[-_ ]?1(?:[-_ ]?score)?|f-?score", re.I),
    "support": Pattern(r"support|\b(?:count|samples|n)\b", re.I),
}
BY_NAME = {metric.name: metric for metric in METRICS}
SHARES = ("precision", "recall", "F1")
NUMBER = Pattern(r"(?<![\w.,])(?:\d+(?:,\d{3})+|\d*\.?\d+)(?:\s?%)?(?![\w.,]*\d)")
ROW_OF_NUMBERS = Pattern(
    r"(?P<label>.*?\S)(?P<numbers>(?:\s{2,}|\t|\s*\|\s*)[\d.,%\s|-]*\d%?[\s|]*)$"
)
OMITTED = Pattern(r"^\W*(?:\.\.\.|…|⋮|\\?vdots)")
KINDS = {
    "accuracy": Pattern(r"(?:overall\s+)?acc(?:uracy)?\.?", re.I),
    "macro": Pattern(r"macro(?:[\s_-]*(?:avg|average|averaged|mean)\.?)?", re.I),
    "weighted": Pattern(r"weighted(?:[\s_-]*(?:avg|average|averaged|mean)\.?)?", re.I),
    "other": Pattern(r"micro.*|samples.*|(?:avg|average|mean).*|total.*|sum|overall.*", re.I),
}
MOST_ROWS = 200


@record
class Entry:
    """A number of a report and where it stands."""

    text: Text
    start: int
    end: int
    written: str

    @property
    def span(self) -> tuple[Fraction, Fraction]:
        quantity = Quantity.written(self.written)
        return quantity.low, quantity.high

    @property
    def value(self) -> Fraction:
        return Quantity.written(self.written).value


@record
class Row:
    """A line of a report: kind is "" for a class, else accuracy, macro, weighted or other."""

    label: str
    kind: str
    entries: dict[str, Entry]


@record
class Checked:
    """A number of a report that was compared; message: what is wrong with it, "" if nothing."""

    entry: Entry
    message: str


def checked_report(block: Block, matrix: ClassMatrix | None) -> list[Checked]:
    """Every number of a block's report that follows from others, or from the matrix of its classes.

    matrix: the matrix that the block speaks of, if its section has one.
    """
    labels = matrix.labels if matrix else ()
    rows = _rows_of_table(block, labels) if block.kind == "table" else _rows_of_text(block)
    classes = [row for row in rows if not row.kind]
    if len(classes) < 2 or not any(set(SHARES) & row.entries.keys() for row in classes):
        return []
    found = list(_against_matrix(classes, matrix)) if matrix else []
    found += _f1_of_classes(classes)
    if len(classes) < len(rows):
        found += _totals(rows, classes)
        if _is_complete(rows, classes):
            wrong = [result.entry for result in found if result.message]
            found += _averages(rows, classes, wrong)
    return _once(found)


def _once(found: Sequence[Checked]) -> list[Checked]:
    """One result for each number, the first that is wrong if any is."""
    by_place: dict[tuple[int, int], Checked] = {}
    for result in found:
        place = result.entry.text.position(result.entry.start)
        if place not in by_place or (result.message and not by_place[place].message):
            by_place[place] = result
    return list(by_place.values())


# -- reading --------------------------------------------------------------------------------------


def _rows_of_text(block: Block) -> list[Row]:
    """The lines below a line that names the columns."""
    rows: list[Row] = []
    columns: list[str] = []
    offset = 0
    for line in block.text.content.split("\n")[:MOST_ROWS]:
        named = _columns_of_line(line)
        if named and columns:
            return []  # two reports in one block
        columns = named or columns
        if OMITTED.search(line):
            return []
        if columns and not named and (found := ROW_OF_NUMBERS.match(line)):
            rows += _row_of_line(found, columns, block.text, offset)
        offset += len(line) + 1
    return rows


def _columns_of_line(line: str) -> list[str]:
    found = {name: pattern.search(line) for name, pattern in COLUMNS.items()}
    if len(line) > 200 or not all(found[name] for name in SHARES):
        return []
    placed = {name: match.start() for name, match in found.items() if match}
    return sorted(placed, key=placed.get)


def _row_of_line(found: re.Match, columns: list[str], text: Text, offset: int) -> Iterator[Row]:
    numbers = [
        Entry(text, offset + m.start(), offset + m.end(), m[0])
        for m in NUMBER.finditer(found.string, found.start("numbers"))
    ]
    label = found["label"].strip(" |")
    kind = _kind(label)
    if len(numbers) == len(columns):
        yield Row(label, kind, dict(zip(columns, numbers, strict=True)))
    elif kind == "accuracy" and 1 <= len(numbers) <= 2:
        names = ("accuracy", "support") if "support" in columns else ("accuracy",)
        yield Row(label, kind, dict(zip(names, numbers, strict=False)))


def _rows_of_table(block: Block, labels: Sequence[str]) -> list[Row]:
    """The rows of a table that is a report: it has supports or averages, or rows for the labels."""
    header = [words(str(cell)) for cell in block.rows[0]]
    columns = {}
    for j, title in enumerate(header[1:], 1):
        names = [name for name, pattern in COLUMNS.items() if pattern.search(title)]
        if len(names) == 1 and names[0] not in columns:
            columns[names[0]] = j
    if not {"precision", "recall"} <= columns.keys():
        return []
    rows = []
    for cells in block.rows[1:MOST_ROWS]:
        label = words(str(cells[0])).strip(" :")
        if OMITTED.search(label):
            return []
        entries = {n: e for n, j in columns.items() if j < len(cells) and (e := _entry(cells[j]))}
        kind = _kind(label)
        if kind == "accuracy":
            shares = [entries[name] for name in SHARES if name in entries]
            kept = {name: e for name, e in entries.items() if name == "support"}
            entries = kept | ({"accuracy": shares[0]} if len(shares) == 1 else {})
        rows.append(Row(label, kind, entries))
    names = [label.lower() for label in labels]
    are_classes = len(rows) > 1 and all(_place(row.label, names) is not None for row in rows)
    is_report = "support" in columns or are_classes or any(row.kind for row in rows)
    return rows if is_report else []


def _entry(cell: Text) -> Entry | None:
    found = NUMBER.fullmatch(words(str(cell)).strip())
    if not found:
        return None
    start = words(str(cell)).index(found[0])
    return Entry(cell, start, start + len(found[0]), found[0])


def _kind(label: str) -> str:
    plain = words(label).strip(" :")
    return next((kind for kind, pattern in KINDS.items() if pattern.fullmatch(plain)), "")


# -- checking -------------------------------------------------------------------------------------


def _against_matrix(classes: Sequence[Row], matrix: ClassMatrix) -> Iterator[Checked]:
    """The rows of the matrix's own classes, if most of what they say is the matrix's."""
    names = [label.lower() for label in matrix.labels]
    places = [_place(row.label, names) for row in classes]
    if None in places or len(set(places)) != len(places):
        return
    found = [
        _of_matrix(name, entry, matrix, place)
        for row, place in zip(classes, places, strict=True)
        for name, entry in row.entries.items()
    ]
    known = [result for result in found if result]
    if 2 * sum(bool(result.message) for result in known) < len(known):
        yield from known


def _place(label: str, names: Sequence[str]) -> int | None:
    key = re.sub(r"^class\s+", "", words(label).strip().lower())
    return names.index(key) if key in names else None


def _of_matrix(name: str, entry: Entry, matrix: ClassMatrix, i: int) -> Checked | None:
    if name == "support":
        right, how = Fraction(matrix.support(i)), "sum of the row"
    else:
        metric, binary = BY_NAME[name], matrix.against_rest(i)
        right, how = metric.of(binary), metric.worked(binary)
    if right is None:
        return None
    named = f"{name} of {matrix.labels[i]} = {how}"
    scale = 100 if name != "support" and entry.value > 1 else 1
    return _compare(entry, (right * scale, right * scale), named)


def _f1_of_classes(rows: Sequence[Row]) -> Iterator[Checked]:
    """F1 of each class from its precision and recall, if they fit in most rows."""
    found = []
    for row in rows:
        if set(SHARES) <= row.entries.keys():
            p, r, f = (row.entries[name] for name in SHARES)
            span = tuple(_harmonic(a, b) for a, b in zip(p.span, r.span, strict=True))
            how = f"F1 = 2·precision·recall/(precision+recall) = 2·{p.written}·{r.written}/"
            found.append(_compare(f, span, f"{how}({p.written}+{r.written})"))
    if 2 * sum(bool(result.message) for result in found) <= len(found):
        yield from found


def _harmonic(p: Fraction, r: Fraction) -> Fraction:
    p, r = max(p, Fraction(0)), max(r, Fraction(0))
    return 2 * p * r / (p + r) if p + r else Fraction(0)


def _totals(rows: Sequence[Row], classes: Sequence[Row]) -> Iterator[Checked]:
    """The supports of the other rows, if one of them is the sum over the classes."""
    supports = [row.entries["support"] for row in classes if "support" in row.entries]
    totals = [row.entries["support"] for row in rows if row.kind and "support" in row.entries]
    if len(supports) < len(classes) or not totals:
        return
    right = sum(entry.value for entry in supports)
    if any(entry.value == right for entry in totals):
        worked = "+".join(entry.written for entry in supports)
        for entry in totals:
            yield _compare(entry, (right, right), f"support = {worked}")


def _is_complete(rows: Sequence[Row], classes: Sequence[Row]) -> bool:
    """Whether the classes are all there: their supports add up, or no total says otherwise."""
    supports = [row.entries["support"] for row in classes if "support" in row.entries]
    totals = [row.entries["support"] for row in rows if row.kind and "support" in row.entries]
    if not totals:
        return True
    right = sum(entry.value for entry in supports)
    return len(supports) == len(classes) and any(entry.value == right for entry in totals)


def _averages(
    rows: Sequence[Row], classes: Sequence[Row], wrong: Sequence[Entry]
) -> Iterator[Checked]:
    """The rows that average over the classes, and the accuracy, which is the weighted recall.

    wrong: entries known to be wrong; what is computed from them is not compared.
    """
    for row in rows:
        weights = _weights(classes, row.kind)
        for name, entry in row.entries.items() if weights else ():
            source = "recall" if name == "accuracy" else name
            terms = [c.entries[source] for c in classes if source in c.entries]
            if name == "support" or len(terms) < len(classes) or any(t in wrong for t in terms):
                continue
            if name == "F1" and row.kind == "macro" and _is_harmonic(entry, row):
                continue
            span = _mean([term.span for term in terms], weights)
            yield _compare(entry, span, _worked(row.kind, name, terms, weights))


def _weights(classes: Sequence[Row], kind: str) -> list[Fraction]:
    if kind == "macro":
        return [Fraction(1)] * len(classes)
    if kind in ("weighted", "accuracy") and all("support" in row.entries for row in classes):
        weights = [row.entries["support"].value for row in classes]
        return weights if sum(weights) else []
    return []


def _mean(
    spans: Sequence[tuple[Fraction, Fraction]], weights: Sequence[Fraction]
) -> tuple[Fraction, Fraction]:
    total = sum(weights)
    low, high = (
        sum(w * span[end] for w, span in zip(weights, spans, strict=True)) / total for end in (0, 1)
    )
    return low, high


def _is_harmonic(entry: Entry, row: Row) -> bool:
    """Whether a macro F1 is computed from the macro precision and recall, as some do."""
    if not {"precision", "recall"} <= row.entries.keys():
        return False
    p, r = row.entries["precision"].span, row.entries["recall"].span
    return not _compare(entry, (_harmonic(p[0], r[0]), _harmonic(p[1], r[1])), "").message


def _worked(kind: str, name: str, terms: Sequence[Entry], weights: Sequence[Fraction]) -> str:
    if kind == "macro":
        calculation = "+".join(term.written for term in terms)
    else:
        pairs = zip(weights, terms, strict=True)
        calculation = "+".join(f"{shown(w)}·{term.written}" for w, term in pairs)
    named = name if kind == "accuracy" else f"{kind} average of {name}"
    return f"{named} = ({calculation})/{shown(sum(weights))}"


def _compare(entry: Entry, span: tuple[Fraction, Fraction], worked: str) -> Checked:
    low, high = entry.span
    if low <= span[1] and span[0] <= high:
        return Checked(entry, "")
    right = shown((span[0] + span[1]) / 2, 3)
    return Checked(entry, f"{worked} = {right}; the page says {entry.written}")
