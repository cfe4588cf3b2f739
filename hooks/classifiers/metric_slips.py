"""Whether a wrong number for a metric is one that people get by a slip.

A number that stands near a matrix may be of another case. It is one of this matrix after all, and
wrong, if a typical slip leads to it: another metric, the complement, the other class, the right
numerator over another sum, an arithmetic mean for a harmonic one or the other way round, a factor
of ten, a digit changed or two swapped.
"""

from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.misprints import SIGNIFICANT, has_digits_of
from hooks.calculation.quantity import Quantity, significant_digits
from hooks.classifiers.block_claims import agree
from hooks.classifiers.matrix import METRICS, ConfusionMatrix, Metric
from hooks.pattern import Pattern

OF_RATES = Pattern(r"\.\d.*/|/.*\.\d")  # computed from rates that may be those of another case
PLACES = range(1, 6)
TENS = (10, 100, Fraction(1, 10), Fraction(1, 100))


def is_slip(said: Quantity, metric: Metric, matrix: ConfusionMatrix) -> bool:
    """Whether a number that is not the metric is a typical slip for it."""
    right = metric.of(matrix)
    if OF_RATES.search(said.text):
        return False
    if significant_digits(said.text) < SIGNIFICANT:
        return said.value in slips(metric, matrix)
    return any(agree(value, said) for value in slips(metric, matrix)) or (
        right is not None and any(has_digits_of(said.text, digits) for digits in written(right))
    )


def slips(metric: Metric, matrix: ConfusionMatrix) -> Iterator[Fraction]:
    """The values that people take for a metric's."""
    for of_class in filter(None, (matrix, matrix.of_other_class)):
        for other in MISTAKEN:
            if (value := other.of(of_class)) is not None:
                yield from (value, 1 - value)
    if right := metric.of(matrix):
        yield from (right * factor for factor in TENS)
    yield from over_other_sums(metric, matrix)
    recall = BY_NAME["recall"].of(matrix)
    for one in (BY_NAME["precision"].of(matrix), BY_NAME["specificity"].of(matrix)):
        if one and recall and metric.name in OF_TWO:
            yield from ((one + recall) / 2, one * recall, 2 * one * recall / (one + recall))


BY_NAME = {metric.name: metric for metric in METRICS}
MISTAKEN = tuple(
    BY_NAME[name]
    for name in (
        "accuracy",
        "precision",
        "recall",
        "specificity",
        "negative predictive value",
        "F1",
    )
)
OF_TWO = ("F1", "F2", "F0.5", "balanced accuracy", "G-mean")


def over_other_sums(metric: Metric, matrix: ConfusionMatrix) -> Iterator[Fraction]:
    """The metric's own numerator over each other sum of a row or column, and over all."""
    m = {role: count or 0 for role, count in matrix.counts.items()}
    rows = (m["TP"] + m["FN"], m["FP"] + m["TN"])
    columns = (m["TP"] + m["FP"], m["FN"] + m["TN"])
    part = m.get(metric.formula.partition("/")[0], 0)
    if metric.name == "accuracy":
        part = m["TP"] + m["TN"]
    yield from (Fraction(part, whole) for whole in (*rows, *columns, matrix.total) if whole)


def written(value: Fraction) -> Iterator[str]:
    """The digits of a value, as a share and as a percentage, with as many places as people give."""
    for places in PLACES:
        yield str(round(abs(value) * 10**places))
