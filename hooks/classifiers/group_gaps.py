"""Gaps between groups that follow from the matrix of each: disparate impact, parity, odds.

"The disparate impact ratio is 0.375" below a table with TP, FP, FN and TN of men and women. A
value that follows from any two of the groups is right.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from hooks.calculation.quantity import shown
from hooks.classifiers.matrix import METRICS, ConfusionMatrix
from hooks.classifiers.metric_doubts import changes_scenario
from hooks.classifiers.named_cases import Case, named_cases
from hooks.classifiers.pooled_rows import may_state
from hooks.classifiers.stated_values import first_wrong, message, stated_values
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.record import record

BY_NAME = {metric.name: metric for metric in METRICS}
MOST_GROUPS = 6
WORDS = (
    "impact",
    "parity",
    "opportunity",
    "odds",
    "gap",
    "difference",
    "disparity",
    "rate ratio",
    "ratio of",
)
OTHER_KINDS = ("threshold", "cutoff", "cut-off")

Found = tuple[Text, int, str]


@record
class Gap:
    """A gap between two groups. metrics: what it compares; value: of their values in both groups,
    the first group's first; how: in words."""

    name: str
    pattern: Pattern
    metrics: tuple[str, ...]
    values: Callable[..., list[Fraction]]
    how: str


def difference(a: Fraction, b: Fraction) -> list[Fraction]:
    return [a - b]


def quotient(a: Fraction, b: Fraction) -> list[Fraction]:
    return [a / b] if b else []


def of_odds(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> list[Fraction]:
    """From the TPRs and the FPRs: the larger gap, the mean gap, their sum."""
    first, second = abs(a - b), abs(c - d)
    return [max(first, second), (first + second) / 2, first + second]


def mean_of_odds(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> list[Fraction]:
    return [(a - b + c - d) / 2, (abs(a - b) + abs(c - d)) / 2]


def of_rates(names: str) -> Pattern:
    """How texts name the difference of a rate: "TPR gap", "difference in TPR"."""
    return Pattern(
        rf"\b(?:(?:{names})s?[\s-](?:gap|difference|disparity)"
        rf"|(?:gap|difference|disparity)\s+(?:in|between\s+the|of)\s+(?:the\s+)?(?:{names})s?)\b",
        re.I,
    )


SELECTION = r"(?:selection|approval|acceptance|positive|hiring)[\s-]rate"
GAPS = (
    Gap(
        "disparate impact ratio",
        Pattern(
            r"\b(?:(?:disparate|adverse)[\s-]impact(?:[\s-]ratio)?"
            r"|(?<!disparate )(?<!adverse )impact[\s-]ratio"
            rf"|{SELECTION}[\s-]ratio|ratio\s+of\s+(?:the\s+)?{SELECTION}s)\b",
            re.I,
        ),
        ("predicted-positive rate",),
        quotient,
        "ratio of the selection rates",
    ),
    Gap(
        "demographic parity difference",
        Pattern(
            r"\b(?:(?:demographic|statistical)[\s-]parity[\s-](?:difference|gap)"
            rf"|{SELECTION}[\s-](?:difference|gap)|(?:difference|gap)\s+(?:in|of|between\s+the)\s+(?:the\s+)?{SELECTION}s?)\b",
            re.I,
        ),
        ("predicted-positive rate",),
        difference,
        "difference of the selection rates",
    ),
    Gap(
        "equal opportunity difference",
        Pattern(
            r"\bequal[\s-]opportunity[\s-](?:difference|gap)\b"
            rf"|{of_rates('TPR|true[ -]positive rate|recall').pattern}",
            re.I,
        ),
        ("recall",),
        difference,
        "difference of the true-positive rates",
    ),
    Gap(
        "difference of the false-positive rates",
        of_rates("FPR|false[ -]positive rate"),
        ("false-positive rate",),
        difference,
        "difference of the false-positive rates",
    ),
    Gap(
        "difference of the false-negative rates",
        of_rates("FNR|false[ -]negative rate"),
        ("false-negative rate",),
        difference,
        "difference of the false-negative rates",
    ),
    Gap(
        "predictive parity difference",
        Pattern(
            rf"\bpredictive[\s-]parity[\s-](?:difference|gap)\b|{of_rates('precision|PPV').pattern}",
            re.I,
        ),
        ("precision",),
        difference,
        "difference of the precisions",
    ),
    Gap(
        "difference of the accuracies",
        of_rates("accuracy|accuracie"),
        ("accuracy",),
        difference,
        "difference of the accuracies",
    ),
    Gap(
        "equalized odds difference",
        Pattern(r"\bequali[sz]ed[\s-]odds[\s-](?:difference|gap)\b", re.I),
        ("recall", "false-positive rate"),
        of_odds,
        "the larger of the differences in TPR and FPR",
    ),
    Gap(
        "average odds difference",
        Pattern(r"\baverage[\s-]odds[\s-](?:difference|gap)\b", re.I),
        ("recall", "false-positive rate"),
        mean_of_odds,
        "mean of the differences in FPR and TPR",
    ),
)


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each gap that the groups of its section do not have."""
    if not any(map(page.lower.__contains__, WORDS)):
        return
    cases = [case for case in named_cases(page) if case.kind not in OTHER_KINDS]
    for section in dict.fromkeys(page.blocks[case.index].section for case in cases):
        own = [case for case in cases if page.blocks[case.index].section == section]
        first = max(case.index for case in own)
        if not 2 <= len(own) <= MOST_GROUPS:
            continue
        for block in page.blocks[first + 1 :]:
            if block.is_prose and changes_scenario(words(block.text.content)):
                break
            if may_state(block, section):
                yield from in_text(block.text, own)


def in_text(text: Text, cases: Sequence[Case]) -> Iterator[Found]:
    for gap in GAPS if any(map(text.content.lower().__contains__, WORDS)) else ():
        values = values_of(gap, [case.matrix for case in cases])
        if any(case.matrix.is_of_either for case in cases):
            values += values_of(gap, [case.matrix.of_other_class or case.matrix for case in cases])
        for stated in stated_values(text, gap.pattern) if values else ():
            if wrong := first_wrong(stated, in_every_sign(gap, values)):
                how = f"{gap.how}, {of_each(gap, cases)}"
                shown_value = min(values) if gap.values is quotient else max(values)
                yield text, wrong.start, message(gap.name, how, shown_value, wrong)


def in_every_sign(gap: Gap, values: Sequence[Fraction]) -> list[Fraction]:
    """Gaps from either group; differences in percentage points too: 60 − 42 = 18."""
    scales = (1, -1) if gap.values is quotient else (1, -1, 100, -100)
    return [scale * value for value in values for scale in scales]


def values_of(gap: Gap, matrices: Sequence[ConfusionMatrix]) -> list[Fraction]:
    """What the gap is between any two of the groups; none if a group lacks the counts."""
    rates = [[BY_NAME[name].of(matrix) for matrix in matrices] for name in gap.metrics]
    if any(None in of_metric for of_metric in rates):
        return []
    pairs = permutations(range(len(matrices)), 2)
    return [v for i, j in pairs for v in gap.values(*(r[k] for r in rates for k in (i, j)))]


def of_each(gap: Gap, cases: Sequence[Case]) -> str:
    rates = (
        " and ".join(shown(BY_NAME[name].of(case.matrix), 3) for case in cases)
        for name in gap.metrics
    )
    return "; ".join(rates)
