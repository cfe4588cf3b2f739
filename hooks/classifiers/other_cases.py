"""Numbers wrong for the matrix at hand that are right for another case that the page tells.

The line of a changed threshold or of a fold that gives its own counts, "TP 5, FP 12, FN 3: recall
0.625", and a list that takes the other class as the positive one.
"""

from collections.abc import Iterator
from itertools import pairwise

from hooks.calculation.quantity import Quantity
from hooks.classifiers.block_claims import first_wrong
from hooks.classifiers.matrix import ROLES, ConfusionMatrix, whole_number
from hooks.classifiers.metric_claims import Claim
from hooks.language.wording import words
from hooks.page import Text
from hooks.pattern import Pattern

COUNT = Pattern(
    r"\b(?P<role>TP|FP|FN|TN)s?\s*(?:[=:]|is|of)?\s*(?P<count>\d{1,3}(?:,\d{3})+|\d+)(?![\w/%]|[.,]\d)"
)
RATE = Pattern(
    r"\b(?:(?P<p>P|[Pp]recision)|(?:R|[Rr]ecall|TPR|[Ss]ensitivity))\s*(?:[=:]|is|of)?\s*"
    r"(?P<value>0?\.\d+|1(?:\.0+)?|\d{1,3}(?:\.\d+)?\s?\\?%)(?![\w%]|[.,]\d)"
)
OF_ONE_CLASS = frozenset(["precision", "recall"])
LEAST_COUNTS = 3
LEAST_OF_CASE = 2  # numbers that show whose they all are


def is_of_own_counts(claim: Claim, text: Text) -> bool:
    """Whether a number is the metric of counts, or of precision and recall, that its own text
    gives: "with P = 0.01 and R = 1 … F1 is 0.0198"."""
    plain = words(text.content)
    cases = [*matrices_in(plain)]
    if claim.metric.name not in OF_ONE_CLASS:
        cases += cases_of_rates(plain)
    return any(first_wrong(claim, matrix) == () for matrix in cases)


def cases_of_rates(plain: str) -> Iterator[ConfusionMatrix]:
    """Counts with the precisions and recalls that a text gives beside each other."""
    found = list(RATE.finditer(plain))
    for one, other in pairwise(found):
        if bool(one["p"]) == bool(other["p"]):
            continue
        pair = (one, other) if one["p"] else (other, one)
        p, r = (Quantity.written(rate["value"].replace("\\", "")).value for rate in pair)
        if 0 < p <= 1 and 0 < r <= 1:
            tp = p.numerator * r.numerator
            flagged, positives = p.denominator * r.numerator, p.numerator * r.denominator
            yield ConfusionMatrix(tp, positives - tp, flagged - tp, None)


def matrices_in(plain: str) -> Iterator[ConfusionMatrix]:
    """The counts that a text gives by their codes, taken together until one comes again."""
    counts: dict[str, int] = {}
    for found in COUNT.finditer(plain):
        if found["role"] in counts:
            yield from matrix_of(counts)
            counts = {}
        counts[found["role"]] = whole_number(found["count"])
    yield from matrix_of(counts)


def matrix_of(counts: dict[str, int]) -> Iterator[ConfusionMatrix]:
    if len(counts) >= LEAST_COUNTS:
        yield ConfusionMatrix(**{role.lower(): counts.get(role) for role in ROLES})


def is_of_another(claims: list[Claim], others: list[ConfusionMatrix]) -> bool:
    """Whether all of several numbers are right for one other matrix, or for its other class."""
    cases = [case for other in others for case in (other, other.of_other_class) if case]
    return len(claims) >= LEAST_OF_CASE and any(
        all(first_wrong(claim, case) == () for claim in claims) for case in cases
    )
