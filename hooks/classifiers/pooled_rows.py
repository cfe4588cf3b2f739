"""Micro and macro averages from a table with the counts of a class in each row.

"Micro precision is 0.714" below rows of TP, FP and FN: the sums of the columns give the micro
averages, the means of the rows' own metrics the macro ones.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.matrix import METRICS, ConfusionMatrix, Metric
from hooks.classifiers.matrix_labels import is_total
from hooks.classifiers.matrix_source import Count, counted_rows, counts
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import replace

NUMBER = r"(?:\d*\.\d+|\d+(?:\.\d+)?\s*%)"
AVERAGE = Pattern(
    r"\b(?P<kind>micro|macro)(?:[\s-]averaged?)?[\s-](?P<metric>recall|precision|F1)(?:[\s-]score)?"
    r"\s*(?:=|:|≈|\b(?:is|was|equals|comes\s+(?:out\s+)?(?:to|at))\b)\s*(?:therefore\s+|thus\s+)?"
    rf"(?P<rough>(?:about|roughly|around|≈)\s*)?(?:[\d.()+×/\s·*]{{1,120}}?\s*[=≈]\s*)?"
    rf"(?P<value>{NUMBER})(?![\w%/]|\s*[+×/·*])",
    re.I,
)
PRECISION, RECALL, F1 = (
    next(metric for metric in METRICS if metric.name == name)
    for name in ("precision", "recall", "F1")
)
BY_NAME = {metric.name.lower(): metric for metric in (PRECISION, RECALL, F1)}
POOLED = Pattern(
    r"\bmicro|\bpool|\bsum(?:s|med|ming)?\b|\btotals?\b|\badd(?:s|ed|ing)?\s+up\b", re.I
)
SUPPOSED = Pattern(r"\b(?:if|would|suppose)\b", re.I)
ROOM = Fraction(3, 2000)  # of values that are computed from rounded ones
ROOM_OF_ABOUT = Fraction(1, 50)

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each average that is not that of the table above it."""
    if "micro" not in page.lower and "macro" not in page.lower:
        return
    matrices: list[ConfusionMatrix] = []
    section = ""
    for block in page.blocks:
        if block.kind == "table" and block.rows:
            matrices, section = rows_of_classes(block), block.section
        elif len(matrices) > 1 and may_state(block, section):
            yield from in_text(block.text, matrices)
            yield from of_sums(block.text, matrices)


def may_state(block: Block, section: str) -> bool:
    """Whether a block is prose of a section, and not of mistakes."""
    is_of_section = block.is_prose and block.section == section
    return is_of_section and not (is_on_mistakes(block) or is_called_wrong(block.text.content))


def rows_of_classes(block: Block) -> list[ConfusionMatrix]:
    """The counts of each class, without a row of totals."""
    counted = counted_rows(block.rows)
    return [matrix for row, matrix in counted if not is_total(words(str(row[0])))]


def in_text(text: Text, matrices: Sequence[ConfusionMatrix]) -> Iterator[Found]:
    plain = words(text.content)
    for found in AVERAGE.finditer(plain) if not SUPPOSED.search(plain) else ():
        kind, metric = found["kind"].lower(), BY_NAME[found["metric"].lower()]
        values = micro(matrices, metric) if kind == "micro" else macro(matrices, metric)
        claim = Quantity.written(found["value"].replace(" ", ""))
        room = ROOM_OF_ABOUT if found["rough"] else ROOM
        if values and not any(claim.low - room <= v <= claim.high + room for v in values):
            worked = f"{kind} {metric.name} = {how(kind, metric, matrices)} = {shown(values[0])}"
            yield text, found.start("value"), f"{worked}; the page says {found['value']}"


def of_sums(text: Text, matrices: Sequence[ConfusionMatrix]) -> Iterator[Found]:
    """Pooled counts, "TP = 65" where micro-averages are computed, that are not the columns'."""
    if not POOLED.search(text.content):
        return
    whole = pooled(matrices).counts
    stated = counts(text.content)
    wrong = [count for count in stated if not is_sum_or_part(count, matrices)]
    for count in wrong if len(wrong) < 2 or len(wrong) < len(stated) else ():  # a new threshold
        values = [matrix.counts[count.role] for matrix in matrices]
        how = f"{' + '.join(map(str, values))} = {whole[count.role]}"
        message = f"{count.role} of all classes = {how}; the page says {count.value}"
        yield text, count.start, message


def is_sum_or_part(count: Count, matrices: Sequence[ConfusionMatrix]) -> bool:
    """Whether a count is that of all classes, or of one; also where one is not known."""
    values = [matrix.counts[count.role] for matrix in matrices]
    return None in values or count.value in (pooled(matrices).counts[count.role], *values)


def micro(matrices: Sequence[ConfusionMatrix], metric: Metric) -> list[Fraction]:
    value = metric.of(pooled(matrices))
    return [] if value is None else [value]


def pooled(matrices: Sequence[ConfusionMatrix]) -> ConfusionMatrix:
    """One matrix with the sums of the counts; a count that a class lacks is unknown."""
    summed = {}
    for role in ("tp", "fn", "fp"):
        counts = [getattr(matrix, role) for matrix in matrices]
        summed[role] = None if None in counts else sum(counts)
    return replace(matrices[0], **summed, tn=None)


def macro(matrices: Sequence[ConfusionMatrix], metric: Metric) -> list[Fraction]:
    """The mean over the classes; for F1 also the harmonic mean of macro precision and recall."""
    means = {}
    for one in (PRECISION, RECALL, F1):
        values = [one.of(matrix) for matrix in matrices]
        means[one.name] = None if None in values else sum(values) / len(values)
    if None in (means[metric.name], means["precision"], means["recall"]):
        return [means[metric.name]] if means[metric.name] is not None and metric is not F1 else []
    precision, recall = means["precision"], means["recall"]
    if metric is F1 and precision + recall:
        return [means["F1"], 2 * precision * recall / (precision + recall)]
    return [means[metric.name]]


def how(kind: str, metric: Metric, matrices: Sequence[ConfusionMatrix]) -> str:
    if kind == "micro":
        return metric.worked(pooled(matrices))
    values = " + ".join(shown(metric.of(matrix)) for matrix in matrices)
    return f"({values})/{len(matrices)}"
