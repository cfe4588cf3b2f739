"""Precision and recall at k: of all relevant items, and of a matrix whose k best are selected.

Recall at k is divided by the number of all relevant items, retrieved or not. Where a matrix has k
predicted positives, "Recall@1000" is its recall.
"""

import re
from collections.abc import Iterator

from hooks.classifiers.matrix import METRICS
from hooks.classifiers.matrix_source import read
from hooks.classifiers.stated_values import first_wrong, message, stated_values
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern
from hooks.worked.stated import COUNT_WORDS, count_of

RELEVANT = Pattern(
    rf"\b(?P<n>{COUNT_WORDS}|\d{{1,5}})\s+relevant\s+(?:documents|items|results|pages|ones|hits)\s+"
    r"(?:exist|in\s+(?:all|total)|altogether|overall|in\s+the\s+(?:collection|corpus|index))",
    re.I,
)
RECALL_AT = Pattern(
    r"\brecall@\s?\d{1,4}\s*(?:=|:|is)\s*\d{1,5}\s*/\s*(?P<below>\d{1,5})(?![\d.]*\d)", re.I
)

AT_K = Pattern(
    r"\b(?P<metric>precision|recall)\s?(?:@\s?|\s+at\s+)(?P<k>\d[\d,]*)(?![\d.]*\d|\s*%)", re.I
)
BY_NAME = {metric.name: metric for metric in METRICS}


def of_selected(page: Question) -> Iterator[tuple[Text, int, str]]:
    """Text, place in it and message of each precision and recall at k of a section's matrix that
    has k predicted positives."""
    stated = read(page).stated
    for i, block in enumerate(page.blocks) if stated else ():
        own = [s.matrix for s in stated if page.blocks[s.first].section == block.section]
        above = [s.first for s in stated if page.blocks[s.first].section == block.section]
        counts = {tuple(matrix.counts.values()) for matrix in own if matrix.is_complete}
        if len(counts) != 1 or len(own) != len(above) or min(above) > i or not block.is_prose:
            continue
        matrix = next(matrix for matrix in own if matrix.is_complete)
        for said in stated_values(block.text, AT_K):
            metric = BY_NAME[said.found["metric"].lower()]
            value, k = metric.of(matrix), int(said.found["k"].replace(",", ""))
            wrong = first_wrong(said, [value]) if k == matrix.tp + matrix.fp and value else None
            if wrong:
                how = metric.worked(matrix)
                yield block.text, wrong.start, message(said.found[0], how, value, wrong)


def recalls_at_k(page: Question) -> Iterator[tuple[Text, int, str]]:
    """Text, place in it and message of each wrong denominator, below the number in its section."""
    stated: dict[str, set[int | None]] = {}
    for block in page.blocks:
        if not block.is_prose or is_on_mistakes(block):
            continue
        plain, counts = words(block.text.content), stated.setdefault(block.section, set())
        counts |= {count_of(found["n"]) for found in RELEVANT.finditer(plain)}
        if len(counts) == 1 and None not in counts and not is_called_wrong(plain):
            yield from wrong_denominators(block.text, plain, *counts)


def wrong_denominators(text: Text, plain: str, count: int) -> Iterator[tuple[Text, int, str]]:
    for found in RECALL_AT.finditer(plain):
        if int(found["below"]) != count:
            how = f"recall@k = relevant items among the first k / all {count} relevant items"
            yield text, found.start("below"), f"{how}; the page says {found['below']}"
