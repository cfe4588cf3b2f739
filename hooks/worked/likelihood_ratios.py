"""Likelihood ratios of tests: sensitivity/(1 − specificity), (1 − sensitivity)/specificity."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.bayes_theorem import facts_of
from hooks.worked.conditionals import HEALTHY, NEGATIVE, POSITIVE, SICK
from hooks.worked.facts import Fact, Judgment, chain_behind, fits, passages

ROOM = Fraction(1, 100)  # of a ratio that is written with two or three digits
NAMED = Pattern(
    r"\b(?:LR\s*[_^]?\s*(?:(?P<plus>[+⁺₊])|(?P<minus>[-−–⁻₋]))"
    r"|(?P<positive>positive)\s+likelihood\s+ratio(?:\s+\(?LR\+?\)?)?"
    r"|negative\s+likelihood\s+ratio(?:\s+\(?LR[-−–]?\)?)?)"
    r"(?=\s*(?:=|≈|\bis\b|\bof\b|:|\\approx))",
    re.I,
)


def judgments(page: Question) -> Iterator[Judgment]:
    """The likelihood ratios that a page gives for the one test of a section."""
    if "LR" not in page.source and "ikelihood ratio" not in page.source:
        return
    for passage in passages(page):
        if passage.of_mistakes or ("LR" not in passage.plain and "ratio" not in passage.lower):
            continue
        for found in NAMED.finditer(passage.plain):
            is_positive = bool(found["plus"] or found["positive"])
            for fact in chain_behind(passage, found.end(), "ratio"):
                yield from judged(page, fact, is_positive)


def judged(page: Question, fact: Fact, is_positive: bool) -> Iterator[Judgment]:
    """Right if it is the ratio of the rates that the section states, each with one value."""
    own = [f for fs in facts_of(page) for f in fs if f.passage.place[0] == fact.passage.place[0]]
    hits = values(own, (POSITIVE, SICK), (NEGATIVE, SICK))
    errors = values(own, (POSITIVE, HEALTHY), (NEGATIVE, HEALTHY))
    if len(hits) != 1 or len(errors) != 1:
        return
    (hit,), (error,) = hits, errors
    above, below = (hit, error) if is_positive else (1 - hit, 1 - error)
    if below:
        name = "sensitivity/(1 − specificity)" if is_positive else "(1 − sensitivity)/specificity"
        formula = f"{name} = {shown(above)}/{shown(below)} = {shown(above / below)}"
        right = fits(fact, above / below, above / below, ROOM)
        yield Judgment(fact, right, formula)


def values(own: list[Fact], name: object, opposite: object) -> set[Fraction]:
    """The values of a rate that are stated, or that the opposite rate leaves."""
    found = {fact.value for fact in own if fact.name == name}
    return found | {1 - fact.value for fact in own if fact.name == opposite}
