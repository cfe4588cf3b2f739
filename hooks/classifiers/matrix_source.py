"""Where a page states a confusion matrix: fences, tables, and lists of the four counts.

Only what is unambiguous is read. A table must say which of its sides is the actual class and which
class is positive; a list must give each of the four counts once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from hooks.classifiers.class_matrix import binary_of, environment_rows
from hooks.classifiers.counted_sets import sets_counted
from hooks.classifiers.matrix import ROLES, ConfusionMatrix, FenceError, read_fence, whole_number
from hooks.classifiers.matrix_in_words import STORY_WORDS, Told, solved, told
from hooks.classifiers.matrix_labels import (
    ACTUAL,
    CONDITION,
    DECIDED,
    LONGEST_TEXT,
    PREDICTED,
    WHOLE,
    are_groups,
    cell_words,
    is_total,
    label_of,
    positive_of,
    sides,
)
from hooks.language.wording import listed, words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record, replace

FENCE = "confusion-matrix"
CODE_WITH_COUNTS = ("", "text", "txt", "python", "py")

# -- counts in words ------------------------------------------------------------------------------

NAMES = {
    "TP": r"TPs?|true[\s-]+positives?",
    "FN": r"FNs?|false[\s-]+negatives?",
    "FP": r"FPs?|false[\s-]+positives?",
    "TN": r"TNs?|true[\s-]+negatives?",
}
ROLE = "|".join(f"(?P<{role}>{names})" for role, names in NAMES.items())
ANY_ROLE = "|".join(NAMES.values())
WHOLE_END = r"(?![\d.]*\d|\s*(?:·(?!\s+[^\d\s(])|[%/×*+^]|\\times|\\cdot|\\%|[−-]\s*\d))"
ASIDE = r"(?:\s*\([^()]*\)|\s*,?\s*or\s+(?:" + ANY_ROLE + r")\b)?"
PRODUCT = r"(?:[\d.,()\s×·*+/%−-]*=\s*)?"  # TP = 0.9 × 100 = 90
NO_COST = r"(?<!\bc\s\s)(?<!\bc\s)(?<!\bc_)(?<!\bc\()(?<!\bcost\s)(?<!\bcost\()"  # c_{FN} = 10
NAME_FIRST = Pattern(
    rf"(?=[tf])(?<![\w+/×·*−-])(?<![+/×*−-]\s)(?<!\D\s·\s)(?<![^\d\s]·\s){NO_COST}(?:{ROLE})\b{ASIDE}"
    rf"(?:\s*(?::=|[=:])\s*{PRODUCT}|\s+(?:is|are|[–—])\s+|(?-i:(?<=[TF][PN]))\s+)"
    rf"(?P<count>{WHOLE}){WHOLE_END}",
    re.I,
)
PLAIN_NAMES = {  # said of a count, never a symbol for it
    "FN": r"misses|missed\s+positives",
    "FP": r"false\s+alarms",
    "TN": r"correct\s+rejections",
}
ROLE_LAST = "|".join(
    f"(?P<{role}>{names}|{PLAIN_NAMES.get(role, names)})" for role, names in NAMES.items()
)
NAME_AND_NUMBER = Pattern(  # True positives 70, false negatives 30
    rf"(?=[tf])(?<![\w+/×·*−-])(?<!\d\s)(?:{ROLE})\s+(?P<count>{WHOLE})(?=\s*(?:[,;)→.](?!\d)|$|and\b))",
    re.I,
)
COUNT_FIRST = Pattern(
    rf"(?=\d)(?<![\w.,+/×·*−-])(?<![+/×·*−-]\s)(?P<count>{WHOLE})(?:[^\S\n]+|\s+(?=(?-i:[a-z])))\(?(?:{ROLE_LAST})\b(?!\s*[+/×·*=−-])",
    re.I,
)
ROLE_IN_PARENTHESES = Pattern(  # misses 20 (FN), flags 80 real frauds (TP)
    rf"(?=\d)(?<![\w.,+/×·*−-])(?P<count>{WHOLE})(?:\s+[a-z][\w-]*){{0,7}}\s+\((?:{ROLE})\)", re.I
)
NAME_AND_MEANING = Pattern(  # TP = spam that is flagged → 30, on a line of its own
    rf"(?:^|\n)(?=[^\n\d]*\d)[\s•–-]*(?:{ROLE})\b(?:\s*\((?:{ANY_ROLE})\))?\s*[=:–—-]"
    rf"[^\d\n=:→]{{3,90}}[=:→]\s*(?P<count>{WHOLE})(?=\s*[.,;]?\s*(?:\n|$))",
    re.I,
)
REST_OF_COUNT = Pattern(  # the rest, 280, true negatives; 120 are true positives
    rf"\b(?:rest|others?),\s+(?P<count>{WHOLE}),\s+(?:are\s+)?(?:{ROLE_LAST})\b", re.I
)
ARE_COUNTED = Pattern(  # 120 are true positives, the 6 sick people called well are false negatives
    rf"(?=\d)(?<![\w.,])(?P<count>{WHOLE})\s+"
    r"(?:(?!(?:times|percent|per|than|as|or|and|most|if|when|not|of)\b)[a-z'’-]+\s+){0,5}?"
    rf"(?:are|were)\s+(?:(?:the|our|all)\s+)?(?:{ROLE_LAST})\b",
    re.I,
)
WORDINGS = (
    REST_OF_COUNT,
    ARE_COUNTED,
    NAME_FIRST,
    NAME_AND_NUMBER,
    ROLE_IN_PARENTHESES,
    COUNT_FIRST,
    NAME_AND_MEANING,
)
IN_A_ROW = Pattern(
    rf"\(?((?:{ANY_ROLE})(?:\s*[,/]\s*(?:{ANY_ROLE})){{3}})\)?\s*[=:]\s*"
    rf"[(\[]?\s*({WHOLE}(?:\s*[,/]\s+{WHOLE}|\s*/\s*{WHOLE}){{3}})(?![\d.])",
    re.I,
)
FRACTION = Pattern(r"\\[dt]?frac\s*\{[^{}]*\}\s*\{[^{}]*\}")  # 5 TP over 5 TP + 4 FN + FP
DIGIT = Pattern(r"\d")
WORDS_OF_METRICS = (
    *("precision", "recall", "accura", "sensitivity", "specificity", "confusion", "positive"),
    *(
        "negative",
        "f1",
        "f_",
        "f₁",
        "f2",
        "f₂",
        "f0.5",
        "f₀",
        "fβ",
        "f-score",
        "f-measure",
        "kappa",
    ),
    *("error rate", "prevalence", "predicted", "flagged", "actual", "iou", "jaccard", "mcc", "κ"),
    *("likelihood ratio", "youden", "dice", "false alarm rate"),
)
WORDS_OF_COUNTS = ("tp", "fp", "fn", "tn", "positive", "negative", "miss", "false alarm", "reject")
MARGINS = ({"TP", "FP"}, {"TP", "FN"}, {"FP", "TN"}, {"FN", "TN"})  # a metric is read off each
DETECTED = Pattern(  # 30 hits, 10 false alarms, 20 misses: of a detector, and not of a search
    rf"(?<![\w.,])(?<!\bof\s)(?<!\bthe\s)(?P<count>{WHOLE})\s+hits(?:\s*[,;]|\s+and)\s+{WHOLE}\s+(?:misses|false\s+alarms)\b",
    re.I,
)
SPEAKS_OF_COUNTS = Pattern(rf"\b(?:{ANY_ROLE})\b", re.I)


@record
class Count:
    """A count that a text states: its role, and where its number stands in the text."""

    role: str
    value: int
    start: int
    end: int


@lru_cache(maxsize=1024)
def counts(text: str) -> tuple[Count, ...]:
    """What a text states or tells: `TP = 10`, `10 true positives`, "it found 80 of 100"."""
    if len(text) > LONGEST_TEXT or not DIGIT.search(text):
        return ()
    if "frac" in text:
        text = FRACTION.sub(lambda formula: " " * len(formula[0]), text)
    lowered = text.lower()
    speaks_of_counts = _has_any(lowered, WORDS_OF_COUNTS) and SPEAKS_OF_COUNTS.search(text)
    if not speaks_of_counts and not ("hits" in lowered and DETECTED.search(lowered)):
        return tuple(_told_counts(words(text), ())) if _has_any(lowered, STORY_WORDS) else ()
    outright = _outright_counts(words(text))
    return tuple(sorted((*outright, *_told_counts(words(text), outright)), key=lambda c: c.start))


def _told_counts(plain: str, outright: Sequence[Count]) -> Iterator[Count]:
    """The counts that follow from a story and from what is stated outright."""
    numbers = _told_besides(plain, outright)
    known = {count.role: count.value for count in outright}
    if not outright and len(solved(numbers, known)) < len(ROLES):
        numbers = _agreed(numbers, sets_counted(plain))
    if not numbers or any(known[count.role] != count.value for count in outright):
        return
    own = {number.kind: number for number in numbers}
    for role, value in solved(numbers, known).items():
        if role not in known:
            number = own.get(role, numbers[-1])
            yield Count(role, value, number.start, number.end)


def _agreed(numbers: list[Told], sets: list[Told]) -> list[Told]:
    """What two readings of a story give together; where they contradict each other, only what
    makes all four counts."""
    if not sets:
        return numbers
    taken = {number.start: number.kind for number in numbers}
    if all(taken.get(other.start, other.kind) == other.kind for other in sets):
        return sets
    merged = [*numbers, *(other for other in sets if other.start not in taken)]
    complete = (known for known in (merged, sets) if len(solved(known, {})) == len(ROLES))
    return next(complete, [])


def _told_besides(plain: str, outright: Sequence[Count]) -> list[Told]:
    """The numbers of a story that are not counts stated outright."""
    return [
        number
        for number in told(plain)
        if not any(c.start < number.end and number.start < c.end for c in outright)
    ]


def _outright_counts(plain: str) -> tuple[Count, ...]:
    if row := IN_A_ROW.search(plain):
        return tuple(_counts_in_a_row(row))
    found: list[Count] = []
    for pattern in WORDINGS:
        for match in pattern.finditer(plain):
            if not any(
                c.start < match.end("count") and match.start("count") < c.end for c in found
            ):
                found.append(_count(match))
    if "hits" in plain and (hits := DETECTED.search(plain)):
        found.append(Count("TP", whole_number(hits["count"]), *hits.span("count")))
    return tuple(sorted(found, key=lambda count: count.start))


def _count(match: re.Match) -> Count:
    role = next(role for role in ROLES if match[role])
    return Count(role, whole_number(match["count"]), match.start("count"), match.end("count"))


def _counts_in_a_row(match: re.Match) -> Iterator[Count]:
    """`TP, FN, FP, TN = 10, 40, 35, 15`."""
    names = re.findall(ANY_ROLE, match[1], re.I)
    numbers = re.finditer(WHOLE, match[2])
    for name, number in zip(names, numbers, strict=True):
        start = match.start(2) + number.start()
        yield Count(role_named(name), whole_number(number[0]), start, start + len(number[0]))


def role_named(name: str) -> str:
    return next(role for role, names in NAMES.items() if re.fullmatch(names, name, re.I))


def from_counts(stated: Sequence[Count]) -> ConfusionMatrix | None:
    """The matrix of these counts: a row or a column of it at least, none with two values."""
    if len(stated) < 2:
        return None
    values = {count.role: count.value for count in stated}
    if any(count.value != values[count.role] for count in stated):
        return None
    return _matrix(values) if any(values.keys() >= pair for pair in MARGINS) else None


def _matrix(values: Mapping[str, int]) -> ConfusionMatrix:
    return ConfusionMatrix(**{role.lower(): values.get(role) for role in ROLES})


# -- tables ---------------------------------------------------------------------------------------

SPEAKS_OF_SIDES = Pattern(f"{PREDICTED.pattern}|{ACTUAL.pattern}|{ANY_ROLE}", re.I)
POSITIVE = Pattern(r"\b(?:positives?|pos|yes|true|present|1|p)\b|[+]", re.I)
NEGATIVE = Pattern(r"\b(?:negatives?|neg|no|false|absent|0|n)\b|[-−–]$|^[-−–]", re.I)
NOT = Pattern(r"^(?:not|non|no|without|un)\b[\s-]*|^(?:non|un)(?=[a-z])", re.I)
POSITIVE_WORDS = listed(
    """fraud fraudulent frauds spam churn churned churner churners sick ill disease diseased
    infected malignant cancer default defaulted defaulter defective defect defects anomaly
    anomalous attack attacks malware malicious phishing toxic abusive faulty fault failure failing
    failed broken bad tumor tumour lesion crack cracked bot bots fake leak leaking damaged
    relevant responsive buyer bought converted clicked violation rotten contaminated hit event"""
)
NEGATIVE_WORDS = listed(
    """legitimate legit genuine normal ham stay stayed stayer loyal healthy well benign ok okay good
    clean retained repaid fine intact sound background irrelevant human humans real authentic
    working harmless safe undamaged dry quiet civil polite repayer nonbuyer rest other"""
)
# Of decisions, either may be the positive one: approved, or rejected for the risk.
FAVOR = Pattern(
    r"\b(?:approv|accept|admit|admission|hir|grant|invit|offer|reject|declin|den[iy])\w*\b", re.I
)
STEM = 5  # letters that the forms of a word share: default, defaulted
IS_POSITIVE = Pattern(
    r"[\"“'‘*]*(?P<a>\w{3,})[\"”'’*]*(?:\s+class)?\s+(?:is|as)\s+(?:the|our)\s+positive\s+(?:class|label)"
    r"|positive\s+class\s*(?:is|=|:|\()\s*(?:the\s+)?[\"“'‘*]*(?P<b>\w{3,})"
    r"|positive\s*(?:=|means)\s*[\"“'‘*]*(?P<c>[a-z]{3,})",
    re.I,
)
CELL_ROLE = Pattern(rf"\b(?:{ROLE})\b", re.I)
CELL_COUNT = Pattern(rf"(?<![\d.,/]){WHOLE}(?![\d.,/%]|\s*%)")
PICTOGRAPH = Pattern(r"[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f300-\U0001faff]")
SHARE = Pattern(r"\s*\([^()]*%\)$")  # 10 (20%)
CELL = Pattern(
    rf"(?:[a-d]\s*=)?[\s(),:=–—-]*(?:(?:{ANY_ROLE})[\s(),:=–—-]*|{WHOLE}[\s(),:=–—-]*)+", re.I
)

LONGEST_LIST = 12  # items that tell one story
LONGEST_LINE = 200  # characters of a line in a drawn table
DRAWN_CELL = rf"(?:(?:{ANY_ROLE})\s*[=:]?\s*)?{WHOLE}(?:\s*\((?:{ANY_ROLE})\))?"
DRAWN_ROW = Pattern(
    rf"(?P<label>[^\d]*?(?:[a-z=]\s?[01](?=\s))?)[\s|]*(?P<first>{DRAWN_CELL})[\s|]+(?P<second>{DRAWN_CELL})[\s|]*",
    re.I,
)


@record
class LayoutError:
    """A cell that names another role than its row and column say. `cell` is where it stands."""

    cell: Text
    message: str


@record
class Cell:
    """A cell of a confusion table: its count, if it has one, and the role written in it."""

    text: Text
    count: int | None
    role: str | None


@record
class Axis:
    """The two classes along one side: labels without the side's name, and which is positive.

    explicit: the labels say positive and negative.
    is_guess: only a word of a label tells, "bad" in "bad candidate".
    """

    labels: tuple[str, str]
    positive: int | None
    explicit: bool
    is_guess: bool = False


@record
class Layout:
    """A table of 2 × 2 cells, each axis known or None."""

    cells: tuple[tuple[Cell, Cell], tuple[Cell, Cell]]
    actual: Axis | None
    predicted: Axis | None
    rows_are_actual: bool

    def role(self, row: int, column: int) -> str | None:
        """The role that row and column give a cell."""
        if not (self.actual and self.predicted):
            return None
        if self.actual.positive is None or self.predicted.positive is None:
            return None
        actual, predicted = (row, column) if self.rows_are_actual else (column, row)
        flagged = predicted == self.predicted.positive
        right = flagged == (actual == self.actual.positive)
        return ("T" if right else "F") + ("P" if flagged else "N")


def read_table(
    rows: Sequence[Sequence[Text]], positive: str = ""
) -> tuple[ConfusionMatrix | None, list[LayoutError]]:
    """The matrix of a Markdown table, if it is one, and the cells whose role is wrong.

    positive: the name of the positive class, where the text says which it is.
    """
    said = " ".join(str(cell) for row in rows for cell in row)
    if not any(pattern.search(said) for pattern in (SPEAKS_OF_SIDES, CONDITION, DECIDED)):
        return None, []
    layout = _layout(_padded(rows))
    if layout is None:
        return None, []
    layout, is_of_either = _with_positives(layout, positive)
    errors = list(_layout_errors(layout))
    if errors:
        return None, errors
    values = {}
    for i, row in enumerate(layout.cells):
        for j, cell in enumerate(row):
            values[cell.role or layout.role(i, j)] = cell.count
    if set(values) != set(ROLES) or None in values.values():
        return None, []
    return replace(_matrix(values), **_labels(layout), is_of_either=is_of_either), []


def _with_positives(layout: Layout, positive: str) -> tuple[Layout, bool]:
    """The layout with the positive class that the text names; and whether either may be it."""
    actual, predicted = layout.actual, layout.predicted
    if not (actual and predicted):
        return layout, False
    if {actual.positive, predicted.positive} != {None}:
        is_favor = bool(FAVOR.search(" ".join(predicted.labels))) and not positive
        return layout, is_favor or (actual.is_guess and predicted.is_guess)
    if not _is_mostly_right(layout):
        return layout, False
    named = [i for i, label in enumerate(actual.labels) if _is_named(label, positive)]
    if len(named) != 1 and not _are_same(actual.labels, predicted.labels):
        return layout, False
    place = named[0] if len(named) == 1 else 0
    actual, predicted = replace(actual, positive=place), replace(predicted, positive=place)
    return replace(layout, actual=actual, predicted=predicted), len(named) != 1


def _is_mostly_right(layout: Layout) -> bool:
    """Whether the diagonal, where both sides name the same class, has most of the cases."""
    (a, b), (c, d) = [[cell.count or 0 for cell in row] for row in layout.cells]
    return a + d > b + c


def _is_named(label: str, name: str) -> bool:
    return bool(name) and any(word.startswith(name[:STEM]) for word in label.lower().split())


def _are_same(labels: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the sides name the same classes in the same order."""
    pairs = zip(labels, others, strict=True)
    return all(_stems(label) & _stems(other) for label, other in pairs)


def _stems(label: str) -> set[str]:
    return {word[:STEM] for word in label.lower().split()}


def _labels(layout: Layout) -> dict[str, str]:
    axis = layout.actual
    if axis is None or axis.positive is None or not all(axis.labels):
        return {}
    return {"positive": axis.labels[axis.positive], "negative": axis.labels[1 - axis.positive]}


def _layout_errors(layout: Layout) -> Iterator[LayoutError]:
    """Cells whose written role contradicts labels that say positive and negative outright."""
    if not (layout.actual and layout.predicted and layout.actual.explicit):
        return
    for i, row in enumerate(layout.cells):
        for j, cell in enumerate(row):
            role = layout.role(i, j)
            if layout.predicted.explicit and role and cell.role and cell.role != role:
                actual = "positive" if role in ("TP", "FN") else "negative"
                predicted = "positive" if role in ("TP", "FP") else "negative"
                yield LayoutError(
                    cell.text,
                    f"actual {actual} and predicted {predicted} is {role}, not {cell.role}",
                )


def _padded(rows: Sequence[Sequence[Text]]) -> list[list[Text]]:
    """The rows, all as long as the longest."""
    width = max(len(row) for row in rows)
    return [[*row, *[Text("", row[-1].starts)] * (width - len(row))] for row in rows]


def _layout(rows: Sequence[Sequence[Text]]) -> Layout | None:
    """The 2 × 2 cells of a table with their labels, or None if it is no confusion table."""
    grid = [[_cell(text) for text in row] for row in rows]
    labelled = [[cell_words(text) for text in row] for row in rows]
    places = [
        (i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if i and j and cell
    ]
    inner_rows = [i for i in sorted({i for i, _ in places}) if not is_total(labelled[i][0])]
    inner_columns = [
        j
        for j in sorted({j for _, j in places})
        if not any(is_total(row[j]) for row in labelled[: inner_rows[0] if inner_rows else 0])
    ]
    inner_rows, inner_columns = _without_sums(grid, inner_rows, inner_columns, labelled)
    if len(inner_rows) != 2 or len(inner_columns) != 2:
        return None
    if any(not grid[i][j] for i in inner_rows for j in inner_columns):
        return None
    cells = tuple(tuple(grid[i][j] for j in inner_columns) for i in inner_rows)
    return _labelled(cells, labelled, inner_rows, inner_columns)


def _cell(text: Text) -> Cell | None:
    """A cell that holds a count, a role or both, and nothing else."""
    plain = SHARE.sub("", PICTOGRAPH.sub(" ", words(str(text))).strip())
    found = CELL.match(plain)
    if not found or ((rest := plain[found.end() :]) and not re.match(r"[a-z]", rest, re.I)):
        return None
    numbers = CELL_COUNT.findall(plain)
    roles = {role_named(match[0]) for match in CELL_ROLE.finditer(plain)}
    if len(numbers) > 1 or len(roles) > 1 or (rest and not roles):
        return None
    count = whole_number(numbers[0]) if numbers else None
    return Cell(text, count, next(iter(roles), None))


def _without_sums(
    grid: Sequence[Sequence[Cell | None]],
    rows: list[int],
    columns: list[int],
    labelled: Sequence[Sequence[str]],
) -> tuple[list[int], list[int]]:
    """Without a third row or column that has no label and holds the sums of the others."""
    if len(rows) == 3 and not labelled[rows[2]][0]:
        rows = rows[:2]
    if len(columns) == 3 and not labelled[0][columns[2]]:
        columns = columns[:2]
    return rows, columns


def _labelled(
    cells: tuple[tuple[Cell, Cell], tuple[Cell, Cell]],
    labelled: Sequence[Sequence[str]],
    rows: list[int],
    columns: list[int],
) -> Layout | None:
    """The layout with its axes, if labels say which is which, or the cells' own roles."""
    above = labelled[: rows[0]]
    column_labels = tuple(" ".join(row[j] for row in above).strip() for j in columns)
    row_labels = tuple(" ".join(labelled[i][: columns[0]]).strip() for i in rows)
    corner = " ".join(cell for row in above for cell in row[: columns[0]]).strip()
    spanning = " ".join(cell for row in above for cell in row[columns[0] :]).strip()
    row_side, column_side = sides(row_labels, column_labels, corner, spanning)
    if row_side == column_side:
        has_roles = {cell.role for row in cells for cell in row} == set(ROLES)
        return Layout(cells, None, None, True) if has_roles else None
    row_axis, column_axis = _in_one_order(_axis(row_labels), _axis(column_labels))
    if row_side == "actual":
        return Layout(cells, row_axis, column_axis, True)
    return Layout(cells, column_axis, row_axis, False)


def _in_one_order(rows: Axis, columns: Axis) -> tuple[Axis, Axis]:
    """The two sides; where only one says which class is positive, the other has the same order."""
    if (rows.positive is None) == (columns.positive is None):
        return rows, columns
    if are_groups(rows.labels) or are_groups(columns.labels):
        return rows, columns
    known = columns if rows.positive is None else rows
    told = {"positive": known.positive, "is_guess": known.is_guess}
    return replace(rows, **told), replace(columns, **told)


def _axis(labels: tuple[str, str]) -> Axis:
    """The classes of two labels: which is positive, and whether the labels say so outright."""
    classes = tuple(label_of(label) for label in labels)
    signs = [_sign(name) for name in classes]
    if set(signs) == {True, False}:
        return Axis(classes, signs.index(True), True)
    for i, name in enumerate(classes):
        other = classes[1 - i]
        if NOT.match(name.lower()) and not NOT.match(other.lower()):
            return Axis(classes, 1 - i, False)
        if name.lower() in POSITIVE_WORDS and other.lower() in NEGATIVE_WORDS:
            return Axis(classes, i, False)
    for i, name in enumerate(classes):
        own, others = set(name.lower().split()), set(classes[1 - i].lower().split())
        if own & POSITIVE_WORDS and others & NEGATIVE_WORDS:
            return Axis(classes, i, False, is_guess=True)
    return Axis(classes, positive_of(classes), False)


def _sign(name: str) -> bool | None:
    """Whether a class's name says that it is the positive one, or the negative; None if neither."""
    positive, negative = POSITIVE.search(name), NEGATIVE.search(name)
    if NOT.match(name) and name.lower() not in ("no",):
        return None
    return bool(positive) if bool(positive) != bool(negative) else None


# -- the page -------------------------------------------------------------------------------------


@record
class Stated:
    """A matrix and where the page states it: the first and the last of its blocks, by index.

    told: its counts follow from a story and are not stated outright.
    elected: the page's metrics tell which of its counts is which.
    """

    matrix: ConfusionMatrix
    first: int
    last: int
    told: bool = False
    elected: bool = False


@record
class Reading:
    """What a page says of matrices: those that are clear, and what is wrong with the others."""

    stated: tuple[Stated, ...]
    fence_errors: tuple[tuple[Block, FenceError], ...]
    layout_errors: tuple[LayoutError, ...]


@lru_cache(maxsize=RECENT)
def speaks_of_metrics(page: Question) -> bool:
    """Whether the page names a metric or a role at all: without, it has nothing to compare."""
    return _has_any(page.source, ROLES) or _has_any(page.lower, WORDS_OF_METRICS)


@lru_cache(maxsize=RECENT)
def positive_class(page: Question) -> str:
    """The name of the positive class, if the page says it of one."""
    if not _has_any(
        page.lower, ("positive class", "positive label", "positive =", "positive means")
    ):
        return ""
    named = {found["a"] or found["b"] or found["c"] for found in IS_POSITIVE.finditer(page.lower)}
    return named.pop() if len(named) == 1 else ""


def _has_any(text: str, words: Sequence[str]) -> bool:
    return any(map(text.__contains__, words))


@lru_cache(maxsize=RECENT)
def read(page: Question) -> Reading:
    """The matrices of a page, in its order."""
    stated: list[Stated] = []
    fence_errors: list[tuple[Block, FenceError]] = []
    layout_errors: list[LayoutError] = []
    for run in runs(page.blocks) if speaks_of_metrics(page) else ():
        block = page.blocks[run[0]]
        if block.is_prose and not any(DIGIT.search(page.blocks[i].text.content) for i in run):
            continue
        if block.kind == "item":
            listed_counts = {index: counts(page.blocks[index].text.content) for index in run}
            stated += list(_listed(listed_counts)) or _told_by_list(page.blocks, run)
            continue
        matrix = None
        if block.language == FENCE:
            matrix, errors = read_fence(block.text.content)
            fence_errors += [(block, error) for error in errors]
        elif block.kind == "table":
            matrix, errors = read_table(block.rows, positive_class(page))
            layout_errors += errors
            matrix = matrix or from_counts(_rows_of_counts(block.rows))
            if len(counted := counted_rows(block.rows)) == 1:
                matrix = counted[0][1]
        elif block.kind != "html" and block.language in CODE_WITH_COUNTS:
            matrix = from_counts(counts(block.text.content))
            if block.kind == "code" and not matrix:
                matrix, _ = read_table(_drawn(block.text), positive_class(page))
            matrix = matrix or binary_of(page.blocks, run[0])
            if not matrix and (rows := environment_rows(block)):
                matrix, _ = read_table(rows, positive_class(page))
        if matrix and matrix.total:
            told_here = block.is_prose and not SPEAKS_OF_COUNTS.search(block.text.content)
            stated.append(Stated(matrix, run[0], run[0], told_here))
    return Reading(
        _joined(stated, page.blocks),
        tuple(fence_errors),
        tuple(layout_errors),
    )


def count_spans(block: Block) -> list[tuple[int, int]]:
    """Where the counts of a block that states a matrix stand in its text."""
    text = block.text.content
    if block.is_prose:
        return [(count.start, count.end) for count in counts(text)]
    return [found.span() for found in CELL_COUNT.finditer(text)]


def _joined(stated: Sequence[Stated], blocks: Sequence[Block]) -> tuple[Stated, ...]:
    """The matrices, one that states a part with what its section states of the same before."""
    found: list[Stated] = []
    for now in stated:
        before = found[-1] if found else None
        if before and blocks[before.last].section == blocks[now.first].section:
            now = replace(now, matrix=_completed(now.matrix, before.matrix))
        found.append(now)
    return tuple(found)


def _completed(matrix: ConfusionMatrix, before: ConfusionMatrix) -> ConfusionMatrix:
    """A matrix with the counts of another, unless it is complete or they differ in a count."""
    pairs = [(count, before.counts[role]) for role, count in matrix.counts.items()]
    differ = any(None not in pair and pair[0] != pair[1] for pair in pairs)
    shared = any(None not in pair for pair in pairs)
    if matrix.is_complete or differ or not shared:
        return matrix
    values = {r: before.counts[r] if c is None else c for r, c in matrix.counts.items()}
    return replace(before, **{role.lower(): count for role, count in values.items()})


def runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """What is read together, by index: a block, or the items of a list."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        if run and not (block.kind == "item" and blocks[run[-1]].kind == "item"):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _listed(items: dict[int, Sequence[Count]]) -> Iterator[Stated]:
    """The matrices that the items of a list state together, one count or more in each."""
    group: dict[int, Sequence[Count]] = {}
    for index, now in items.items():
        before = {count.role for stated in group.values() for count in stated}
        if before & {count.role for count in now}:
            yield from _stated(group)
            group = {}
        if now:
            group[index] = now
    yield from _stated(group)


def _told_by_list(blocks: Sequence[Block], run: Sequence[int]) -> list[Stated]:
    """The matrix that the items of a list tell together."""
    if len(run) > LONGEST_LIST:
        return []
    text = ".\n".join(str(blocks[index].text) for index in run)
    matrix = from_counts(counts(text))
    return [Stated(matrix, run[0], run[-1])] if matrix and matrix.total else []


def _stated(group: dict[int, Sequence[Count]]) -> Iterator[Stated]:
    matrix = from_counts([count for stated in group.values() for count in stated])
    if matrix and matrix.total:
        yield Stated(matrix, min(group), max(group))


def _drawn(text: Text) -> list[list[Text]]:
    """The rows of a table drawn with spaces: a line with two counts is a row, a line with two
    labels above it a header."""
    rows = []
    for line in str(text).splitlines():
        if len(line) < LONGEST_LINE and (row := DRAWN_ROW.fullmatch(line)):
            cells = [row["label"], row["first"], row["second"]]
        else:
            split = re.split(r"\s{2,}|[|\t]", line)
            labels = [x for x in split if x.strip(" -+=") or x.strip() in ("+", "-")]
            cells = labels if len(labels) == 3 else ["", *_of_two(labels)]
        rows.append([Text(cell.strip(" |"), text.starts[:1]) for cell in cells])
    return rows


def _of_two(labels: list[str]) -> list[str]:
    """The labels of two columns; any other number of them in one."""
    return labels if len(labels) == 2 else [" ".join(labels), ""]


def _rows_of_counts(rows: Sequence[Sequence[Text]]) -> list[Count]:
    """The counts of a table whose rows are `| True positives | 10 |`."""
    found = defaultdict(list)
    for row in rows:
        if len(row) > 1 and (several := IN_A_ROW.search(words(f"{row[0]} = {row[1]}"))):
            return list(_counts_in_a_row(several))
    for row in rows[1:]:
        role = CELL_ROLE.fullmatch(re.sub(r"\s*\(.*\)$", "", words(str(row[0])).strip()))
        numbers = [cell for cell in row[1:] if re.fullmatch(WHOLE, words(str(cell)).strip())]
        if role and len(numbers) == 1:
            value = whole_number(words(str(numbers[0])).strip())
            found[role_named(role[0])].append(Count(role_named(role[0]), value, 0, 0))
    return [count for stated in found.values() for count in stated]


def counted_rows(rows: Sequence[Sequence[Text]]) -> list[tuple[Sequence[Text], ConfusionMatrix]]:
    """The rows of a table with columns TP, FN, FP and TN, or some, each with its matrix; or with
    columns of all relevant cases, of the retrieved ones, and of those that are both."""
    header, *body = rows
    plain = [words(str(cell)).strip() for cell in header]
    columns = {role_named(m[0]): j for j, c in enumerate(plain) if (m := CELL_ROLE.fullmatch(c))}
    if any(columns.keys() >= pair for pair in MARGINS):
        counted = ((row, _counts_of_row(row, columns)) for row in body)
        return [(row, _matrix(counts)) for row, counts in counted if counts]
    columns = {
        kind: j for j, c in enumerate(plain) for kind, p in SETS.items() if j and p.fullmatch(c)
    }
    if not columns.keys() >= {"P", "PP", "TP"}:
        return []
    counted = ((row, _roles_of_sets(_counts_of_row(row, columns))) for row in body)
    return [(row, _matrix(counts)) for row, counts in counted if counts]


SETS = {
    "P": Pattern(r"(?:all\s+|total\s+)?(?:relevant|gold|positives|actual(?:\s+positives?)?)", re.I),
    "PP": Pattern(r"retrieved|predicted(?:\s+positives?)?|returned|flagged|detections", re.I),
    "TP": Pattern(
        r"relevant\s*(?:and|&|∩)?\s*(?:retrieved|returned)|retrieved\s*(?:and|&|∩)\s*relevant|hits"
        r"|matches|matched|TP|true\s+positives?",
        re.I,
    ),
    "T": Pattern(r"n|total|all|cases", re.I),
}


def _counts_of_row(row: Sequence[Text], columns: Mapping[str, int]) -> dict[str, int]:
    """The whole numbers in a row's columns; none if one is missing."""
    cells = {name: words(str(row[j])).strip() for name, j in columns.items() if j < len(row)}
    if len(cells) < len(columns) or not all(re.fullmatch(WHOLE, c) for c in cells.values()):
        return {}
    return {name: whole_number(cell) for name, cell in cells.items()}


def _roles_of_sets(sets: Mapping[str, int]) -> dict[str, int]:
    """TP, FN and FP, with a total TN too; none if the sets don't fit."""
    if not sets:
        return {}
    tp, fn, fp = sets["TP"], sets["P"] - sets["TP"], sets["PP"] - sets["TP"]
    found = {"TP": tp, "FN": fn, "FP": fp}
    if "T" in sets:
        found["TN"] = sets["T"] - tp - fn - fp
    return found if min(found.values()) >= 0 else {}


def counted_columns(
    rows: Sequence[Sequence[Text]],
) -> list[tuple[Sequence[Text], ConfusionMatrix]]:
    """The columns of a table with rows TP, FN, FP and TN, or some, each with its matrix."""
    return counted_rows(list(zip(*rows, strict=False)))


ALL_OF = {
    "P": Pattern(
        rf"(?<![\w.,])(?P<n>{WHOLE})\s+(?:(?:are|were|is|actual|actually|real)\s+)*positives?\b"
        rf"(?!\s+(?:pred|tests?|results?))|(?<!\w)P\s*=\s*(?P<n_2>{WHOLE})(?![\d.]*\d|\s*[/+*×−-])"
    ),
    "N": Pattern(
        rf"(?<![\w.,])(?P<n>{WHOLE})\s+(?:(?:are|were|is|actual|actually|real)\s+)*negatives?\b"
        rf"(?!\s+(?:pred|tests?|results?))|(?<!\w)N\s*=\s*(?P<n_2>{WHOLE})(?![\d.]*\d|\s*[/+*×−-])"
    ),
    "T": Pattern(
        rf"(?<![\w.,])(?P<n>{WHOLE})(?P<n_2>(?!))?\s+(?:test\s+)?(?:cases|samples|examples|instances|people"
        r"|patients|images|e-?mails|mails|transactions|loans|customers|users|rows|observations)\b"
    ),
}
ANNOUNCED_WITHIN = 3  # blocks above a table that may say how many cases there are of each class


def completed_by_totals(
    matrix: ConfusionMatrix, blocks: Sequence[Block], index: int
) -> ConfusionMatrix:
    """A matrix with the counts that follow from the numbers of positives and negatives above it."""
    if matrix.is_complete:
        return matrix
    before = [b for b in blocks[max(0, index - ANNOUNCED_WITHIN) : index] if b.is_prose]
    said = words("\n".join(b.text.content for b in before if b.section == blocks[index].section))
    told = [
        Told(kind, whole_number(found["n"] or found["n_2"]), *found.span())
        for kind, pattern in ALL_OF.items()
        for found in pattern.finditer(said)
    ]
    known = {role: count for role, count in matrix.counts.items() if count is not None}
    values = solved(told, known)
    return replace(matrix, **{role.lower(): count for role, count in values.items()})
