"""The confusion matrix: its metrics against scikit-learn, its fence, its table."""

from fractions import Fraction
from html.parser import HTMLParser

import markdown
import numpy as np
import pytest
from sklearn import metrics as sk

from hooks.classifiers.matrix import (
    METRICS,
    ROLES,
    ConfusionMatrix,
    f_beta,
    fence,
    read_fence,
    root,
    table,
)

FRAUD = ConfusionMatrix(tp=10, fn=40, fp=35, tn=15)
MATRICES = (
    FRAUD,
    ConfusionMatrix(tp=16, fn=4, fp=24, tn=956),
    ConfusionMatrix(tp=90, fn=10, fp=5, tn=895),
    ConfusionMatrix(tp=3, fn=7, fp=11, tn=13),
    ConfusionMatrix(tp=0, fn=5, fp=2, tn=93),
)
REFERENCES = {
    "accuracy": sk.accuracy_score,
    "error rate": sk.zero_one_loss,
    "precision": lambda y, p: sk.precision_score(y, p, zero_division=np.nan),
    "recall": sk.recall_score,
    "specificity": lambda y, p: sk.recall_score(y, p, pos_label=0),
    "false-positive rate": lambda y, p: 1 - sk.recall_score(y, p, pos_label=0),
    "false-negative rate": lambda y, p: 1 - sk.recall_score(y, p),
    "negative predictive value": lambda y, p: sk.precision_score(y, p, pos_label=0),
    "false discovery rate": lambda y, p: 1 - sk.precision_score(y, p),
    "false omission rate": lambda y, p: 1 - sk.precision_score(y, p, pos_label=0),
    "F1": sk.f1_score,
    "F0.5": lambda y, p: sk.fbeta_score(y, p, beta=0.5),
    "F2": lambda y, p: sk.fbeta_score(y, p, beta=2),
    "balanced accuracy": sk.balanced_accuracy_score,
    "balanced error rate": lambda y, p: 1 - sk.balanced_accuracy_score(y, p),
    "G-mean": lambda y, p: np.sqrt(sk.recall_score(y, p) * sk.recall_score(y, p, pos_label=0)),
    "lift": lambda y, p: sk.precision_score(y, p) / np.mean(y),
    "MCC": sk.matthews_corrcoef,
    "informedness": lambda y, p: sk.balanced_accuracy_score(y, p, adjusted=True),
    "markedness": lambda y, p: sk.precision_score(y, p) + sk.precision_score(y, p, pos_label=0) - 1,
    "prevalence": lambda y, p: np.mean(y),
    "predicted-positive rate": lambda y, p: np.mean(p),
    "positive likelihood ratio": lambda y, p: sk.class_likelihood_ratios(y, p)[0],
    "negative likelihood ratio": lambda y, p: sk.class_likelihood_ratios(y, p)[1],
    "diagnostic odds ratio": lambda y, p: np.divide(*sk.class_likelihood_ratios(y, p)),
    "Jaccard index": sk.jaccard_score,
    "Cohen's kappa": sk.cohen_kappa_score,
}


def labels(matrix: ConfusionMatrix) -> tuple[np.ndarray, np.ndarray]:
    """Actual and predicted labels, (n,) each, that have these counts."""
    counts = [matrix.tp, matrix.fn, matrix.fp, matrix.tn]
    return np.repeat([1, 1, 0, 0], counts), np.repeat([1, 0, 1, 0], counts)


@pytest.mark.parametrize("matrix", MATRICES, ids=str)
@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_metrics_are_those_of_scikit_learn(metric, matrix):
    assert float(metric.of(matrix)) == pytest.approx(REFERENCES[metric.name](*labels(matrix)))


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_the_formula_as_text_is_the_formula_computed(metric):
    python = metric.worked(FRAUD).split(" = ")[1]
    for sign, operator in {"·": "*", "−": "-", "√": "sqrt", ")(": ")*(", "2(": "2*("}.items():
        python = python.replace(sign, operator)
    assert eval(python, {"sqrt": np.sqrt}) == pytest.approx(float(metric.of(FRAUD)))


def test_names_are_unambiguous():
    names = [name.lower() for metric in METRICS for name in (metric.name, *metric.names)]
    assert len(names) == len(set(names))


def test_metrics_are_exact():
    by_name = {metric.name: metric.of(FRAUD) for metric in METRICS}
    assert by_name["recall"] == Fraction(1, 5)
    assert by_name["precision"] == Fraction(2, 9)
    assert by_name["F1"] == Fraction(20, 95)


def test_any_beta():
    assert f_beta(Fraction(3)).of(FRAUD) == Fraction(10 * 10, 10 * 10 + 9 * 40 + 35)
    assert f_beta(Fraction(3, 2)).worked(FRAUD) == (
        "3.25·TP/(3.25·TP+2.25·FN+FP) = 3.25·10/(3.25·10+2.25·40+35)"
    )


def test_a_metric_that_divides_by_zero_has_no_value():
    silent = ConfusionMatrix(tp=0, fn=5, fp=0, tn=95)
    undefined = {metric.name for metric in METRICS if metric.of(silent) is None}
    assert undefined >= {"precision", "MCC", "positive likelihood ratio"}
    assert undefined.isdisjoint({"recall", "F1", "accuracy"})


def test_roots_are_exact_where_they_can_be():
    assert root(Fraction(9, 4)) == Fraction(3, 2)
    assert abs(root(Fraction(2)) ** 2 - 2) < Fraction(1, 10**39)


def test_a_fence_is_read():
    source = "title: Cards: one day\npositive: fraud\nnegative: legitimate\n"
    matrix, errors = read_fence(f"{source}\nTN: 9,900\nTP: 10\nFN:40\n FP : 35\n")
    assert not errors
    assert matrix == ConfusionMatrix(10, 40, 35, 9900, "fraud", "legitimate", "Cards: one day")


FULL = "TP: 1\nFN: 2\nFP: 3\nTN: 4"
BAD_FENCES = [
    ("TP 1", 0, 0, "`TP 1` is not `key: value`; write for instance `TP: 10`"),
    ("TP: ten", 0, 4, "`TP` must be a whole number, not `ten`; write for instance `TP: 10`"),
    ("TP: -1", 0, 4, "`TP` must be a whole number, not `-1`; write for instance `TP: 10`"),
    ("TP: 0.2", 0, 4, "`TP` must be a whole number, not `0.2`; write for instance `TP: 10`"),
    (f"tp: 1\n{FULL}", 0, 0, "`tp` is not a key of a confusion matrix; write `TP`"),
    (
        f"{FULL}\n  recall: 1",
        4,
        2,
        "`recall` is not a key of a confusion matrix; "
        "the keys are TP, FN, FP, TN, title, positive, negative",
    ),
    (f"{FULL}\nFP: 3", 4, 0, "`FP` is given twice; keep one of the two lines"),
    (f"{FULL}\ntitle:", 4, 0, "`title` has no text; write it, or leave the line out"),
    ("TP: 1\nFN: 2\nFP: 3", -1, 0, "true negatives are missing; add a line `TN: 10`"),
    (
        f"{FULL}\npositive: a",
        -1,
        0,
        "one class has a label; add a line `negative: …` for the other",
    ),
    (
        f"{FULL}\npositive: a\nnegative: a",
        -1,
        0,
        "both classes have the same label; tell them apart",
    ),
    ("TP: 0\nFN: 0\nFP: 0\nTN: 0", -1, 0, "all four counts are 0; write at least one case"),
]


@pytest.mark.parametrize(("source", "row", "column", "message"), BAD_FENCES)
def test_a_bad_fence_says_how_to_mend_it(source, row, column, message):
    matrix, errors = read_fence(source)
    assert matrix is None
    assert [(error.row, error.column, error.message) for error in errors] == [
        (row, column, message)
    ]


def test_an_empty_fence_lacks_all_counts():
    assert len(read_fence("")[1]) == len(ROLES)


class Cells(HTMLParser):
    """The text of each cell of a table, and the scopes of its headers."""

    def __init__(self, html: str):
        super().__init__()
        self.rows, self.scopes, self.caption, self.inside = [], [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.inside.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
            self.scopes.append(dict(attrs).get("scope"))

    def handle_endtag(self, tag):
        self.inside.remove(tag)

    def handle_data(self, data):
        if "caption" in self.inside:
            self.caption += data
        else:
            self.rows[-1][-1] += data


def test_the_table_has_headers_roles_and_totals():
    cells = Cells(table(ConfusionMatrix(1000, 40, 35, 15, "fraud", "not fraud", "Cards")))
    assert cells.rows == [
        ["", "Predicted fraud", "Predicted not fraud", "Total"],
        ["Actual fraud", "1,000 TP", "40 FN", "1,040"],
        ["Actual not fraud", "35 FP", "15 TN", "50"],
        ["Total", "1,035", "55", "1,090"],
    ]
    assert cells.scopes.count("col") == 3
    assert cells.scopes.count("row") == 3
    assert cells.caption == (
        "Cards. Confusion matrix: actual classes in rows, predicted classes in columns. "
        "The positive class is fraud."
    )


def test_labels_are_escaped():
    html = table(ConfusionMatrix(1, 1, 1, 1, "<b>", '"&', "<script>"))
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&lt;b&gt;" in html


def render(source: str) -> str:
    fences = [{"name": "confusion-matrix", "class": "confusion-matrix", "format": fence}]
    return markdown.markdown(
        source,
        extensions=["pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": fences}},
    )


def test_the_fence_renders_as_a_table():
    html = render(f"``` confusion-matrix\n{FULL}\n```\n")
    assert html.startswith('<table class="confusion-matrix">')
    assert Cells(html).rows[1] == ["Actual positive", "1 TP", "2 FN", "3"]


def test_a_fence_that_cannot_be_read_is_shown_as_written():
    assert render("``` confusion-matrix\nTP: <ten>\n```\n") == (
        "<pre><code>TP: &lt;ten&gt;</code></pre>"
    )
