"""Recall at k, whose denominator is the number of all relevant items, retrieved or not."""

import re
from collections.abc import Iterator

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


def recalls_at_k(page: Question) -> Iterator[tuple[Text, int, str]]:
    """Text, place in it and message of each wrong denominator, below the number in its section."""
    stated: dict[str, set[int | None]] = {}
    for block in page.blocks:
        if not block.is_prose or is_on_mistakes(block.section):
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
