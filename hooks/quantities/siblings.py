"""Numbers that stand beside one another without belonging together: other cases, other columns."""

import re
from collections.abc import Sequence

from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Passage, quantity_of


def is_of_sibling(page: Question, given: Fact, result: Fact) -> bool:
    """Whether two numbers stand below headings, or behind labels, that differ in a number or letter
    alone."""
    labels = [label_of(page, fact.passage) for fact in (given, result)]
    if None not in labels and labels[0] != labels[1]:
        return labels[0][0] == labels[1][0]
    places = zip(given.passage.place[:3], result.passage.place[:3], strict=True)
    different = next(((a, b) for a, b in places if a != b), None)
    if not different:
        return False
    one, other = (page.blocks[number] for number in different)
    if one.kind != "heading" or other.kind != "heading":
        return False
    return NUMBERED.sub("", one.text.content) == NUMBERED.sub("", other.text.content)


def label_of(page: Question, passage: Passage) -> tuple[str, str] | None:
    """What a paragraph, or the one before a list, begins with: "Case 5.", "**9.4**"."""
    blocks = (passage.block, page.blocks[passage.place[3]])
    label = next((found for one in blocks if (found := LABEL.match(one.text.content))), None)
    return label and ((label["kind"] or "").lower(), label["one"] or label["number"])


NUMBERED = Pattern(r"\b(?:\d+|[A-Z])\b.*")
LABEL = Pattern(
    r"\W*\b(?P<kind>case|example|exercise|problem|scenario|puzzle)\s+(?P<one>\d+(?:\.\d+)*|[a-z])\b\W*[.:)–—*]"
    r"|\*\*(?P<number>\d+\.\d+)[.):]?\*\*",
    re.I,
)


def is_of_several_columns(result: Fact, givens: Sequence[Fact]) -> bool:
    """Whether a row gives a number for each of several things, which the givens do not tell apart:
    "DCG | 1.856 | 1.562" below "metric | Anna | Bert"."""
    passage = result.passage
    if passage.block.kind != "table" or any(one.passage.block is passage.block for one in givens):
        return False
    heads, row = passage.block.rows[0], passage.block.rows[passage.place[-1]]
    cells = zip(heads[1:], row[1:], strict=False)
    named = [head for head, cell in cells if quantity_of(words(cell.content).strip())]
    return len(named) > 1 and not any(OF_VALUES.search(head.content) for head in named)


OF_VALUES = Pattern(
    r"value|result|percent|%|fraction|decimal|exact|round|share|count|number|amount|unit|per\b",
    re.I,
)
