"""Laplace smoothing of words: (count + 1)/(tokens + size of the vocabulary)."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from hooks.calculation.quantity import Quantity, shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import WHOLE, Fact, Judgment, Passage, passages

SIGNS = ("laplace", "add-one", "add one", "smoothing", "plus-one")
VOCABULARY = Pattern(
    rf"\bvocabulary(?:\s+(?:size|has|of|is|with|holds|contains|size\s+is))*\s*(?:\|?V\|?\s*)?(?:=|:|of)?\s*(?P<n>{WHOLE})(?!\.\d)"
    rf"|\|?\bV\b\|?\s*=\s*(?P<n2>{WHOLE})|(?P<n3>{WHOLE})\s+(?:distinct|different|unique)\s+words",
    re.I,
)
TOKENS = Pattern(
    rf"(?P<n>{WHOLE})\s+(?:word\s+)?(?:tokens|occurrences)\b|\bN\s*=\s*(?P<n2>{WHOLE})", re.I
)
SMOOTHED = Pattern(
    rf"\(\s*\d+\s*\+\s*1\s*\)\s*/\s*\(\s*(?P<n>{WHOLE})\s*\+\s*(?P<v>{WHOLE})\s*\)"
    rf"|\\frac\s+\d+\s*\+\s*1\s+(?P<n2>{WHOLE})\s*\+\s*(?P<v2>{WHOLE})"
)
UNSEEN = Pattern(
    rf"\b(?:unseen|unknown|never\s+seen|new)\b[^.;\d]{{0,40}}?\b1\s*/\s*(?P<v>{WHOLE})", re.I
)


def judgments(page: Question) -> Iterator[Judgment]:
    """The denominators of smoothed probabilities, in sections that state both sizes once."""
    if "ocabular" not in page.source and "|V|" not in page.source:
        return
    if not any(sign in page.lower for sign in SIGNS):
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [passage for passage in own if not passage.of_mistakes]
        yield from of_section(told)


def of_section(told: Sequence[Passage]) -> Iterator[Judgment]:
    sizes = {number for passage in told for number in stated(VOCABULARY, passage)}
    tokens = {number for passage in told for number in stated(TOKENS, passage)}
    if len(sizes) != 1 or not any(sign in passage.lower for passage in told for sign in SIGNS):
        return
    (size,) = sizes
    for passage in told:
        for found in SMOOTHED.finditer(passage.plain):
            if number(found["n"] or found["n2"]) in tokens:
                group = "v" if found["v"] else "v2"
                yield judged(passage, found, group, size, "what the vocabulary adds")
        for found in UNSEEN.finditer(passage.plain) if len(tokens) == 1 else ():
            (count,) = tokens
            formula = f"tokens + vocabulary = {shown(count)} + {shown(size)}"
            yield judged(passage, found, "v", count + size, formula)


def stated(pattern: Pattern, passage: Passage) -> Iterator[int]:
    for found in pattern.finditer(passage.plain):
        yield number(next(value for value in found.groups() if value))


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def judged(
    passage: Passage, found: re.Match[str], group: str, value: int, formula: str
) -> Judgment:
    start, end = found.span(group)
    fact = Fact("size", Quantity.written(str(number(found[group]))), passage, start, end)
    return Judgment(fact, number(found[group]) == value, f"{formula} = {shown(value)}")
