"""Posteriors that are written as one joint probability over another: 0.18/0.24 for 0.18/0.42.

The joint probabilities are the two addends of a sum, or the results of two products.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from hooks.calculation.quantity import Quantity, shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Judgment, Passage, chain_behind, fits, passages

DECIMAL = r"(?<![\w.,])0?\.\d+(?![\d%])"
SUM = Pattern(rf"(?P<a>{DECIMAL})\s*\+\s*(?P<b>{DECIMAL})\s*(?:=|≈)\s*(?P<sum>{DECIMAL})")
PRODUCT = Pattern(
    rf"{DECIMAL}(?:\s*[·×*]\s*{DECIMAL}){{1,6}}\s*(?:=|≈)\s*(?P<v>{DECIMAL})(?!\s*[/·×*+])"
)
QUOTIENT = Pattern(
    rf"(?:(?P<a>{DECIMAL})\s*/\s*(?P<b>{DECIMAL})|\\frac\s+(?P<a2>{DECIMAL})\s+(?P<b2>{DECIMAL}))(?!\s*[+·×*/])"
)
OF_PROBABILITY = Pattern(
    r"\bP(?:r)?\s*\(|\bposterior\b|\b(?:probability|chance)\b(?!\s+[\d.]+\))", re.I
)
OTHERWISE = Pattern(r"\b(?:odds|ratio|Bayes\s+factor|times|lift|compared|relative|log)\b", re.I)
ROOM = Fraction(1, 50)  # of a complement of rounded posteriors
SIGNS = ("bayes", "posterior", "probab", "p(", "chance")


def judgments(page: Question) -> Iterator[Judgment]:
    """The quotients of a section's two joint probabilities that are called a probability."""
    if not any(sign in page.lower for sign in SIGNS) or "0." not in page.source:
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [p for p in own if p.block.kind != "table" and "0." in p.plain]
        lower = "\n".join(passage.lower for passage in told)
        if "remaining" in lower:
            yield from of_remaining(told)
        if lower.count("posterior") > 1 and any(TWO.search(p.block.text.content) for p in told):
            yield from of_two_classes(told)
        if "/" in lower or "frac" in lower:
            yield from of_section(told)


def of_section(told: Sequence[Passage]) -> Iterator[Judgment]:
    quoted = [p for p in told if QUOTIENT.search(p.plain) and OF_PROBABILITY.search(p.plain)]
    quoted = [p for p in quoted if not p.of_mistakes and not OTHERWISE.search(p.plain)]
    joint = joint_probabilities(told) if quoted else []
    if len(joint) == 2:
        for passage in quoted:
            yield from of_passage(passage, joint)


def joint_probabilities(told: Sequence[Passage]) -> list[Fraction]:
    """The addends of the first sum of a section, or else the results of its products."""
    for passage in told:
        if found := SUM.search(passage.plain):
            return [value(found[name]) for name in "ab"]
    return [value(found["v"]) for one in told for found in PRODUCT.finditer(one.plain)]


POSTERIOR_OF = Pattern(
    r"\bposterior(?:\s+probability)?\s+(?:of|for)\s+(?:the\s+|an?\s+|class\s+)?[\"“']?(?P<who>[A-Za-z]\w*)[\"”']?(?=\s*(?:is|=|≈|:))",
    re.I,
)
TWO = Pattern(
    r"\btwo\s+(?:\w+\s+)?(?:classes|hypotheses|models|groups|coins|urns|machines|cases|causes)\b",
    re.I,
)
REMAINING = Pattern(r"\bremaining\s+probability\b[^.;\d]{0,40}?(?=\s*(?:\bis\b|=|≈|:))", re.I)


def of_remaining(told: Sequence[Passage]) -> Iterator[Judgment]:
    """What remains beside the one posterior that a section states."""
    before: list[Fact] = []
    for passage in told:
        for match in REMAINING.finditer(passage.plain) if len(before) == 1 else ():
            value = 1 - before[0].value
            for fact in chain_behind(passage, match.end(), "remaining"):
                formula = f"1 − {before[0].written} = {shown(value)}"
                yield Judgment(fact, fits(fact, value, value, ROOM), formula, tuple(before))
        for match in POSTERIOR_OF.finditer(passage.plain):
            before += chain_behind(passage, match.end(), "posterior")[-1:]


def of_two_classes(told: Sequence[Passage]) -> Iterator[Judgment]:
    """The posteriors of two classes, which are named, sum to 1."""
    found = [(match, passage) for passage in told for match in POSTERIOR_OF.finditer(passage.plain)]
    facts: dict[str, Fact] = {}
    for match, passage in found:
        members = chain_behind(passage, match.end(), "posterior")
        if members and not passage.of_mistakes:
            facts.setdefault(match["who"].lower(), members[-1])
    if len(facts) != 2:
        return
    first, second = facts.values()
    value = 1 - first.value
    yield Judgment(
        second, fits(second, value, value, ROOM), f"1 − {first.written} = {shown(value)}", (first,)
    )


def of_passage(passage: Passage, joint: Sequence[Fraction]) -> Iterator[Judgment]:
    total = sum(joint)
    for found in QUOTIENT.finditer(passage.plain):
        group = "b" if found["b"] else "b2"
        above, below = value(found["a"] or found["a2"]), value(found[group])
        if sorted((above, below)) == sorted(joint) and above != below:
            start, end = found.span(group)
            fact = Fact("evidence", Quantity.written(found[group]), passage, start, end)
            formula = f"evidence = {shown(joint[0])} + {shown(joint[1])} = {shown(total)}"
            yield Judgment(fact, False, formula)


def value(text: str) -> Fraction:
    return Fraction(re.sub(r"^\.", "0.", text))
