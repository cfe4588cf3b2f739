"""Likelihood ratios of tests: sensitivity/(1 − specificity), (1 − sensitivity)/specificity."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.bayes_theorem import facts_of
from hooks.worked.conditionals import HEALTHY, NEGATIVE, POSITIVE, SICK
from hooks.worked.facts import Fact, Judgment, Passage, chain_behind, fits, passages
from hooks.worked.stated import numbers

HALF = Fraction(1, 2)
ROOM = Fraction(1, 100)  # of a ratio that is written with two or three digits
NAMED = Pattern(
    r"\b(?:LR\s*[_^]?\s*(?:(?P<plus>[+⁺₊])|(?P<minus>[-−–⁻₋]))"
    r"|(?P<positive>positive)\s+likelihood\s+ratio(?:\s+\(?LR\+?\)?)?"
    r"|negative\s+likelihood\s+ratio(?:\s+\(?LR[-−–]?\)?)?)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Za-z]+(?:\s+[A-Z]{1,3}|\s+[IVX\d]+)?(?=\s*[=≈:]))?"
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
            members = chain_behind(passage, found.end(), "ratio")
            yield from of_quotient(page, passage, members, is_positive)
            for fact in members:
                yield from judged(page, fact, is_positive)


QUOTIENT = Pattern(r"(?P<a>0?\.\d+)\s*/\s*(?P<b>0?\.\d+)")


def of_quotient(
    page: Question, passage: Passage, members: list[Fact], is_positive: bool
) -> Iterator[Judgment]:
    """A ratio that is written as a quotient of two stated rates, of which one should be 1 less it.

    The ratio of a positive result is more than 1, and that of a negative one is less: above and
    below there stand a small and a large share.
    """
    for fact in members:
        found = QUOTIENT.fullmatch(fact.quantity.text.strip())
        if not found:
            continue
        a, b = Fraction(found["a"]), Fraction(found["b"])
        stated = shares_of(page, passage)
        is_wrong = min(a, b) > HALF if is_positive else a > HALF or b < HALF
        if is_wrong and {a, b} <= stated:
            above, below = (a, 1 - b) if is_positive else (min(a, 1 - a), max(b, 1 - b))
            if not below or (above / below > 1) != is_positive:
                continue
            formula = f"LR{'+' if is_positive else '−'} = {shown(above)}/{shown(below)}"
            yield Judgment(fact, False, f"{formula} = {shown(above / below)}")


def shares_of(page: Question, passage: Passage) -> set[Fraction]:
    """The shares that the section of a passage states elsewhere, and what they leave of 1."""
    section = passage.place[0]
    own = [p for p in passages(page) if p.place[0] == section and p is not passage]
    read = {n.value for p in own for n in numbers(p.plain) if 0 < n.value < 1}
    return read | {1 - value for value in read}


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
