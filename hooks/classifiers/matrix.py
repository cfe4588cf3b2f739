"""The confusion matrix of a binary classifier: its four counts, its metrics, its fence.

An author writes the counts in a fence, one `key: value` a line:

    ``` confusion-matrix
    title: Fraud screening at one threshold
    positive: fraud
    negative: legitimate
    TP: 16
    FN: 4
    FP: 24
    TN: 956
    ```

`TP`, `FN`, `FP` and `TN` are required whole numbers; `title`, and `positive` with `negative`, the
two classes' labels, are optional. The reader sees a table (`fence`), the lint checks the numbers
that the page computes from it.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from html import escape
from math import isqrt

from hooks.pattern import Pattern
from hooks.record import record

ROLES = ("TP", "FN", "FP", "TN")
ROLE_NAMES = {
    "TP": "true positives",
    "FN": "false negatives",
    "FP": "false positives",
    "TN": "true negatives",
}
ROOT_PRECISION = 10**40


@record
class ConfusionMatrix:
    """How many cases of each actual class were predicted to be of which.

    tp, fn: actual positives, predicted positive and negative.
    fp, tn: actual negatives, predicted positive and negative.
    A count is None where it is not known, as the true negatives in retrieval.
    positive, negative: what the page calls the two classes.
    is_of_class: it sets one of several classes against the rest.
    is_of_either: nobody says which of the classes is the positive one.
    """

    tp: int | None
    fn: int | None
    fp: int | None
    tn: int | None
    positive: str = "positive"
    negative: str = "negative"
    title: str = ""
    is_of_class: bool = False
    is_of_either: bool = False

    @property
    def counts(self) -> dict[str, int | None]:
        """The four counts by role, in the order in which the matrix is read."""
        return dict(zip(ROLES, (self.tp, self.fn, self.fp, self.tn), strict=True))

    @property
    def total(self) -> int:
        """All cases that are counted."""
        return sum(count or 0 for count in self.counts.values())

    @property
    def is_complete(self) -> bool:
        return None not in self.counts.values()

    @property
    def of_other_class(self) -> "ConfusionMatrix | None":
        """The matrix with the negative class as the positive one, if all counts are known."""
        if not self.is_complete:
            return None
        return ConfusionMatrix(tp=self.tn, fn=self.fp, fp=self.fn, tn=self.tp)

    def same_counts(self, other: "ConfusionMatrix") -> bool:
        return self.counts == other.counts


# -- metrics --------------------------------------------------------------------------------------


@record
class Metric:
    """A number computed from the four counts.

    name: the term that findings use.
    names: what else people call it. Capital letters are abbreviations and stand as they are; other
        names may be written in any case, with hyphens or spaces.
    formula: in the roles TP, FN, FP, TN.
    compute: from tp, fn, fp, tn, as an exact fraction (a root to 40 digits).
    """

    name: str
    names: tuple[str, ...]
    formula: str
    compute: Callable[[int, int, int, int], Fraction]

    @property
    def is_ratio(self) -> bool:
        """Whether it may be greater than 1."""
        return "ratio" in self.name

    def of(self, matrix: ConfusionMatrix) -> Fraction | None:
        """The metric's value, or None where it divides by 0 or needs a count that is unknown."""
        if any(count is None and role in self.formula for role, count in matrix.counts.items()):
            return None
        try:
            return self.compute(matrix.tp, matrix.fn, matrix.fp, matrix.tn)
        except ZeroDivisionError:
            return None

    def worked(self, matrix: ConfusionMatrix) -> str:
        """The formula, and the formula with this matrix's counts: `TP/(TP+FN) = 10/(10+40)`."""
        counts = re.sub("|".join(ROLES), lambda found: str(matrix.counts[found[0]]), self.formula)
        return f"{self.formula} = {counts}"


def ratio(numerator: int | Fraction, denominator: int | Fraction) -> Fraction:
    return Fraction(numerator) / denominator


def root(square: Fraction) -> Fraction:
    """The square root: exact where it is a fraction, else right to 40 digits."""
    product = square.numerator * square.denominator
    return Fraction(isqrt(product * ROOT_PRECISION**2), square.denominator * ROOT_PRECISION)


def mcc(tp: int, fn: int, fp: int, tn: int) -> Fraction:
    return (tp * tn - fp * fn) / root(Fraction((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))


def f_beta(beta: Fraction) -> Metric:
    """F_beta, the weighted harmonic mean of precision and recall; recall weighs beta² as much."""
    square = beta * beta
    weight, whole = decimal(square), decimal(1 + square)
    fn = "FN" if square == 1 else f"{weight}·FN"
    name = f"F{decimal(beta)}"
    return Metric(
        name,
        (f"{name} score", f"{name} measure"),
        f"{whole}·TP/({whole}·TP+{fn}+FP)",
        lambda tp, fn, fp, tn: ratio((1 + square) * tp, (1 + square) * tp + square * fn + fp),
    )


def decimal(value: Fraction) -> str:
    """`value` as a short decimal: 1.25, 4."""
    return f"{float(value):.6g}"


METRICS = (
    Metric(
        "accuracy",
        ("acc",),
        "(TP+TN)/(TP+FN+FP+TN)",
        lambda tp, fn, fp, tn: ratio(tp + tn, tp + fn + fp + tn),
    ),
    Metric(
        "error rate",
        ("misclassification rate", "classification error"),
        "(FP+FN)/(TP+FN+FP+TN)",
        lambda tp, fn, fp, tn: ratio(fp + fn, tp + fn + fp + tn),
    ),
    Metric(
        "precision",
        ("positive predictive value", "PPV", "prec"),
        "TP/(TP+FP)",
        lambda tp, fn, fp, tn: ratio(tp, tp + fp),
    ),
    Metric(
        "recall",
        (
            "sensitivity",
            "true positive rate",
            "TPR",
            "hit rate",
            "detection rate",
            "true acceptance rate",
            "sens",
        ),
        "TP/(TP+FN)",
        lambda tp, fn, fp, tn: ratio(tp, tp + fn),
    ),
    Metric(
        "specificity",
        ("true negative rate", "TNR", "true rejection rate", "spec"),
        "TN/(TN+FP)",
        lambda tp, fn, fp, tn: ratio(tn, tn + fp),
    ),
    Metric(
        "false-positive rate",
        (
            "FPR",
            "fall out",
            "false alarm rate",
            "false acceptance rate",
            "false accept rate",
            "type I error rate",
            "type 1 error rate",
        ),
        "FP/(FP+TN)",
        lambda tp, fn, fp, tn: ratio(fp, fp + tn),
    ),
    Metric(
        "false-negative rate",
        (
            "FNR",
            "miss rate",
            "false rejection rate",
            "false reject rate",
            "type II error rate",
            "type 2 error rate",
        ),
        "FN/(FN+TP)",
        lambda tp, fn, fp, tn: ratio(fn, fn + tp),
    ),
    Metric(
        "negative predictive value",
        ("NPV",),
        "TN/(TN+FN)",
        lambda tp, fn, fp, tn: ratio(tn, tn + fn),
    ),
    Metric(
        "false discovery rate",
        ("FDR",),
        "FP/(FP+TP)",
        lambda tp, fn, fp, tn: ratio(fp, fp + tp),
    ),
    Metric(
        "false omission rate",
        ("FOR",),
        "FN/(FN+TN)",
        lambda tp, fn, fp, tn: ratio(fn, fn + tn),
    ),
    Metric(
        "F1",
        (
            "F1 score",
            "F1 measure",
            "F score",
            "F measure",
            "Dice coefficient",
            "Dice score",
            "Dice",
        ),
        "2·TP/(2·TP+FP+FN)",
        lambda tp, fn, fp, tn: ratio(2 * tp, 2 * tp + fp + fn),
    ),
    f_beta(Fraction(1, 2)),
    f_beta(Fraction(2)),
    Metric(
        "balanced accuracy",
        ("balanced acc", "bal. acc", "BA"),
        "(TP/(TP+FN)+TN/(TN+FP))/2",
        lambda tp, fn, fp, tn: (ratio(tp, tp + fn) + ratio(tn, tn + fp)) / 2,
    ),
    Metric(
        "balanced error rate",
        (),
        "(FN/(FN+TP)+FP/(FP+TN))/2",
        lambda tp, fn, fp, tn: (ratio(fn, fn + tp) + ratio(fp, fp + tn)) / 2,
    ),
    Metric(
        "G-mean",
        (
            "geometric mean of sensitivity and specificity",
            "geometric mean of recall and specificity",
        ),
        "√(TP/(TP+FN)·TN/(TN+FP))",
        lambda tp, fn, fp, tn: root(ratio(tp, tp + fn) * ratio(tn, tn + fp)),
    ),
    Metric(
        "lift",
        (),
        "(TP/(TP+FP))/((TP+FN)/(TP+FN+FP+TN))",
        lambda tp, fn, fp, tn: ratio(tp, tp + fp) / ratio(tp + fn, tp + fn + fp + tn),
    ),
    Metric(
        "MCC",
        (
            "Matthews correlation coefficient",
            "Matthews' correlation coefficient",
            "Matthews coefficient",
            "Matthews' coefficient",
            "Matthews correlation",
            "phi coefficient",
        ),
        "(TP·TN−FP·FN)/√((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
        mcc,
    ),
    Metric(
        "informedness",
        ("Youden's J", "Youden's index", "Youden index", "Youden's J statistic"),
        "TP/(TP+FN)+TN/(TN+FP)−1",
        lambda tp, fn, fp, tn: ratio(tp, tp + fn) + ratio(tn, tn + fp) - 1,
    ),
    Metric(
        "markedness",
        (),
        "TP/(TP+FP)+TN/(TN+FN)−1",
        lambda tp, fn, fp, tn: ratio(tp, tp + fp) + ratio(tn, tn + fn) - 1,
    ),
    Metric(
        "prevalence",
        ("base rate",),
        "(TP+FN)/(TP+FN+FP+TN)",
        lambda tp, fn, fp, tn: ratio(tp + fn, tp + fn + fp + tn),
    ),
    Metric(
        "predicted-positive rate",
        (
            "predicted positive rate",
            "positive prediction rate",
            "selection rate",
            "flag rate",
            "alert rate",
        ),
        "(TP+FP)/(TP+FN+FP+TN)",
        lambda tp, fn, fp, tn: ratio(tp + fp, tp + fn + fp + tn),
    ),
    Metric(
        "positive likelihood ratio",
        ("LR+",),
        "(TP/(TP+FN))/(FP/(FP+TN))",
        lambda tp, fn, fp, tn: ratio(tp, tp + fn) / ratio(fp, fp + tn),
    ),
    Metric(
        "negative likelihood ratio",
        ("LR-",),
        "(FN/(TP+FN))/(TN/(FP+TN))",
        lambda tp, fn, fp, tn: ratio(fn, tp + fn) / ratio(tn, fp + tn),
    ),
    Metric(
        "diagnostic odds ratio",
        ("DOR",),
        "(TP·TN)/(FP·FN)",
        lambda tp, fn, fp, tn: ratio(tp * tn, fp * fn),
    ),
    Metric(
        "Jaccard index",
        ("IoU", "Jaccard", "intersection over union", "threat score", "critical success index"),
        "TP/(TP+FN+FP)",
        lambda tp, fn, fp, tn: ratio(tp, tp + fn + fp),
    ),
    Metric(
        "Cohen's kappa",
        ("kappa", "Cohen's κ", "κ"),
        "2(TP·TN−FN·FP)/((TP+FP)(FP+TN)+(TP+FN)(FN+TN))",
        lambda tp, fn, fp, tn: ratio(
            2 * (tp * tn - fn * fp), (tp + fp) * (fp + tn) + (tp + fn) * (fn + tn)
        ),
    ),
)


# -- the fence ------------------------------------------------------------------------------------

LABELS = ("title", "positive", "negative")
KEYS = (*ROLES, *LABELS)
COUNT = Pattern(r"\d{1,3}(?:,\d{3})+|\d{1,15}")


@record
class FenceError:
    """What is wrong in a fence. row, column: 0-based; row -1 is the line that opens it."""

    row: int
    column: int
    message: str


def read_fence(source: str) -> tuple[ConfusionMatrix | None, tuple[FenceError, ...]]:
    """The matrix that a fence's text states, or None and what to mend in it."""
    entries: dict[str, str] = {}
    errors = []
    for row, line in enumerate(source.splitlines()):
        if line.strip():
            errors.extend(_read_line(row, line, entries))
    errors = errors or list(_missing(entries))
    if errors:
        return None, tuple(errors)
    counts = {role.lower(): whole_number(entries[role]) for role in ROLES}
    labels = {key: entries[key] for key in LABELS if key in entries}
    return ConfusionMatrix(**counts, **labels), ()


def whole_number(text: str) -> int:
    """A count as authors write it: `9,900` is 9900."""
    return int(re.sub(r"\D", "", text))


def _read_line(row: int, line: str, entries: dict[str, str]) -> Iterator[FenceError]:
    """Put a `key: value` line among the entries; what is wrong with it."""
    key, colon, value = (part.strip() for part in line.partition(":"))
    column = len(line) - len(line.lstrip())
    value_column = len(line) - len(line.partition(":")[2].lstrip())
    if not colon:
        yield FenceError(row, column, f"`{key}` is not `key: value`; write for instance `TP: 10`")
    elif key not in KEYS:
        hint = next((known for known in KEYS if known.lower() == key.lower()), None)
        wanted = f"write `{hint}`" if hint else f"the keys are {', '.join(KEYS)}"
        yield FenceError(row, column, f"`{key}` is not a key of a confusion matrix; {wanted}")
    elif key in entries:
        yield FenceError(row, column, f"`{key}` is given twice; keep one of the two lines")
    else:
        entries[key] = value
        if key in ROLES and not COUNT.fullmatch(value):
            yield FenceError(
                row,
                value_column,
                f"`{key}` must be a whole number, not `{value}`; write for instance `{key}: 10`",
            )
        elif not value:
            yield FenceError(row, column, f"`{key}` has no text; write it, or leave the line out")


def _missing(entries: dict[str, str]) -> Iterator[FenceError]:
    """What a fence with these entries lacks as a whole."""
    for role in ROLES:
        if role not in entries:
            yield FenceError(-1, 0, f"{ROLE_NAMES[role]} are missing; add a line `{role}: 10`")
    if ("positive" in entries) != ("negative" in entries):
        absent = "negative" if "positive" in entries else "positive"
        yield FenceError(-1, 0, f"one class has a label; add a line `{absent}: …` for the other")
    elif "positive" in entries and entries["positive"] == entries["negative"]:
        yield FenceError(-1, 0, "both classes have the same label; tell them apart")
    if not any(whole_number(entries.get(role, "1")) for role in ROLES):
        yield FenceError(-1, 0, "all four counts are 0; write at least one case")


# -- the table ------------------------------------------------------------------------------------


def fence(source: str, language: str, css_class: str, options: dict, md, **_) -> str:
    """The table of a fence, in the signature of a custom fence of pymdownx.superfences.

    A fence that can't be read is shown as it was written; the lint says what to mend.
    """
    matrix, _errors = read_fence(source)
    if matrix is None:
        return f"<pre><code>{escape(source)}</code></pre>"
    return table(matrix, css_class)


def table(matrix: ConfusionMatrix, css_class: str = "confusion-matrix") -> str:
    """The matrix as an HTML table: actual classes in rows, predicted ones in columns, totals."""
    m = matrix
    columns = (f"Predicted {m.positive}", f"Predicted {m.negative}", "Total")
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in columns)
    rows = (
        _row(f"Actual {m.positive}", _cell("TP", m.tp), _cell("FN", m.fn), _total(m.tp + m.fn)),
        _row(f"Actual {m.negative}", _cell("FP", m.fp), _cell("TN", m.tn), _total(m.fp + m.tn)),
        _row("Total", _total(m.tp + m.fp), _total(m.fn + m.tn), _total(m.total)),
    )
    return (
        f'<table class="{escape(css_class)}">'
        f"<caption>{_caption(m)}</caption>"
        f"<thead><tr><td></td>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody>"
        "</table>"
    )


def _caption(matrix: ConfusionMatrix) -> str:
    title = f"<strong>{escape(matrix.title)}</strong>. " if matrix.title else ""
    named = f" The positive class is {escape(matrix.positive)}."
    return (
        f"{title}Confusion matrix: actual classes in rows, predicted classes in columns."
        f"{'' if matrix.positive == 'positive' else named}"
    )


def _row(label: str, *cells: str) -> str:
    return f'<tr><th scope="row">{escape(label)}</th>{"".join(cells)}</tr>'


def _cell(role: str, count: int) -> str:
    kind = "right" if role.startswith("T") else "wrong"
    name = ROLE_NAMES[role]
    return f'<td class="{kind}">{count:,} <small><abbr title="{name}">{role}</abbr></small></td>'


def _total(count: int) -> str:
    return f'<td class="total">{count:,}</td>'
