"""The claims of a page's blocks, and whether the numbers of one are the metric of a matrix."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, agrees
from hooks.classifiers.count_claims import sums
from hooks.classifiers.matrix import METRICS, ConfusionMatrix
from hooks.classifiers.matrix_source import counted_rows
from hooks.classifiers.metric_claims import Claim, Member, all_claims, sole_metric, value
from hooks.classifiers.metric_doubts import Needs
from hooks.classifiers.metric_names import ANY_NAME
from hooks.language.wording import words
from hooks.page import Block, Text
from hooks.pattern import Pattern
from hooks.record import replace

CODE_WITH_EQUATIONS = ("", "text", "txt")
VALUE_HEADER = Pattern(
    r"value|result|score|calculat|comput|worked|substitut|decimal|percent|fraction|number|^=?$",
    re.I,
)
NAME_AND_VALUE = Pattern(rf"(?:{ANY_NAME})\s*[:=|]?\s+(?:\d*\.\d+|\d+(?:\.\d+)?\s?%)")
MOST_LINES = 20
FOREIGN_HEADER = Pattern(
    r"target|goal|baseline|random|flipped|other|threshold|\bm(?:ax|in)|range|ideal|perfect|typical"
    r"|before|after|class|macro|micro|weighted|train|valid",
    re.I,
)
DIVIDES = Pattern(r"[/÷√%.]|frac|sqrt|\bof\b")
ERROR_OF_ROOTS = Fraction(1, 10**30)


def claims_of(block: Block) -> Iterator[tuple[Text, Claim]]:
    """The claims of a block of any kind, and the text that each one stands in."""
    if block.is_prose or block.kind == "math":
        for claim in all_claims(block.text.content, block.kind == "math"):
            yield block.text, claim
        for claim in sums(block.text.content, block.kind == "math"):
            yield block.text, claim
    elif block.kind == "code" and block.language in CODE_WITH_EQUATIONS:
        needs = Needs.COMPANY if is_listing(block.text.content) else Needs.COUNTS
        for claim in all_claims(block.text.content):
            yield block.text, replace(claim, needs=needs)
        for claim in sums(block.text.content):
            yield block.text, claim
    elif block.kind == "table" and not counted_rows(block.rows):
        yield from _claims_of_table(block.rows)


def is_listing(code: str) -> bool:
    """Whether a block of text lists metrics and their values, one on each line."""
    lines = [line.strip() for line in code.splitlines() if line.strip()]
    return 1 < len(lines) <= MOST_LINES and all(map(NAME_AND_VALUE.fullmatch, lines))


def _claims_of_table(rows: Sequence[Sequence[Text]]) -> Iterator[tuple[Text, Claim]]:
    """Metrics named by rows, or by columns above a single row, or in sentences inside cells."""
    header, *body = rows
    by_row = [(sole_metric(str(row[0])), row) for row in body]
    by_column = [sole_metric(str(cell)) for cell in header]
    if any(metric for metric, _ in by_row):
        columns = _value_columns(header, [row for metric, row in by_row if metric])
        pairs = [(m, row[0], row[j]) for m, row in by_row if m for j in columns if j < len(row)]
    elif any(by_column) and len(body) == 1:
        columns = zip(by_column, header, body[0], strict=False)
        pairs = [(metric, label, cell) for metric, label, cell in columns if metric]
    else:
        for cell in (cell for row in body for cell in row):
            yield from ((cell, claim) for claim in all_claims(str(cell)))
        return
    for metric, label, cell in pairs:
        if claim := value(metric, str(cell), in_percent="%" in str(label)):
            yield cell, claim


def _value_columns(header: Sequence[Text], rows: Sequence[Sequence[Text]]) -> list[int]:
    """The columns of values: one of any name, or several that are forms of the same value."""
    metric = METRICS[0]
    width = max(len(row) for row in rows)
    columns = [
        j for j in range(1, width) if any(j < len(r) and value(metric, str(r[j])) for r in rows)
    ]
    titles = [words(str(header[j])).strip() if j < len(header) else "" for j in columns]
    if any(FOREIGN_HEADER.search(title) for title in titles):
        return []
    if len(columns) == 1 or all(VALUE_HEADER.search(title) for title in titles):
        return columns
    return []


def first_wrong(claim: Claim, matrix: ConfusionMatrix) -> tuple[Member, ...] | None:
    """() if all numbers of a claim are the metric, else the first that is not; None if unknown."""
    actual = claim.metric.of(matrix)
    if actual is None:
        return None
    for member in claim.members:
        if _is_step(claim, member):
            return None
        if agree(actual, member.quantity) or _is_of_rounded(actual, member):
            continue
        if member.is_of_percentages and agree(actual, member.in_hundredths):
            continue
        if member.style == "decimal" and abs(member.quantity.value) > 1 and _is_rate(claim):
            if agree(actual, member.in_hundredths):
                continue
            if not member.decisive:
                return None  # `recall 35` may be a percentage, or not be about recall
        return (member,)
    return ()


def _is_step(claim: Claim, member: Member) -> bool:
    """Whether a calculation is a step on the way to a rate: "MCC in detail: 56·306 − 24·14"."""
    is_whole = member.style == "fraction" and not DIVIDES.search(member.written)
    return is_whole and member.quantity.value > 1 and _is_rate(claim)


def _is_of_rounded(actual: Fraction, member: Member) -> bool:
    """Whether a quotient of large numbers is right but for a rounded root: 1,440,000/2,388,221."""
    if member.style != "fraction" or max(member.integers, default=0) < 1000:
        return False
    return abs(member.quantity.value - actual) <= abs(actual) / 1000


def _is_rate(claim: Claim) -> bool:
    return not (claim.metric.is_ratio or claim.sure)


def agree(actual: Fraction, claimed: Quantity) -> bool:
    return agrees(Quantity(actual - ERROR_OF_ROOTS, actual + ERROR_OF_ROOTS, True, ""), claimed)
