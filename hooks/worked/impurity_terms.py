"""Measures whose formula names the shares: "entropy, −0.6 log₂ 0.6 − 0.4 log₂ 0.4: 0.971".

What stands behind a sign of equality is arithmetic; here it is what words or a colon link.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Judgment, Passage, fact_of, first_member, passages
from hooks.worked.impurity_measures import BITS, MARKS, NATS, gini
from hooks.worked.impurity_values import is_near
from hooks.worked.link_words import COMES_TO
from hooks.worked.sizes import has_one

P = r"(?:0?\.\d+|1(?:\.0)?(?![\d./]))"
LOG = r"(?:\\log_?\s*\{?2?\}?|log_?[2₂]?|\\?ln)"
TERM = rf"[-−–]\s*{P}\s*(?:[·×*]|\\cdot|\\times)?\s*{LOG}\s*\(?\s*{P}\s*\)?"
TERMS = Pattern(rf"{TERM}(?:\s*{TERM}){{0,5}}")
SQUARE = rf"{P}\s*(?:²|\^\s*\{{?2\}}?|\*\*\s*2)"
SQUARES = Pattern(
    rf"(?P<from>1\s*[-−–]\s*)?\(?{SQUARE}(?:\s*[-−–+]\s*{SQUARE}){{1,7}}\)?(?!\s*[·×*/])"
)
NAMED = Pattern(r"\b(?:entropy|gini|impurity|H)\b[^.;:=≈]{0,50}$", re.I)
LINKED = Pattern(
    rf"[\s)\]}}]*(?::|,?\s*(?:(?:which|it|this)\s+)?(?:is|equals|gives|makes|{COMES_TO})\b)\s*"
    r"(?P<hedge>(?:about|roughly|around)\s+|[≈~]\s*)?(?=[\d.])"
)
GINI_BEHIND = Pattern(
    r"[^.;!?]{0,80}?(?:(?<=\d)\.\d[^.;!?]{0,60}?){0,3}\b(?:therefore|thus|so|hence)\b[^.;:=≈\d]{0,20}\bgini\b"
    r"(?:\s+(?:impurity|index))?\s*(?:is|=|≈|equals|of)\s*(?P<value>0?\.\d+)(?![\w.]*\d)",
    re.I,
)
NEAR_ONE = Fraction(11, 1000)


def judgments(page: Question) -> Iterator[Judgment]:
    """What follows from the shares in the formulas of entropies and Gini impurities."""
    for passage in passages(page) if has_one(page.source, MARKS) else ():
        if passage.block.kind != "table" and not passage.of_mistakes:
            yield from of_logs(passage) if "log" in passage.lower or "ln" in passage.lower else ()
            yield from of_squares(passage) if has_one(passage.plain, ("²", "^", "**")) else ()


def of_logs(passage: Passage) -> Iterator[Judgment]:
    for found in TERMS.finditer(passage.plain):
        name, function = NATS if "ln" in found[0] else BITS
        shares = [Fraction(p) for p in re.findall(rf"[-−–]\s*({P})", found[0])]
        yield from judged(passage, found, shares, f"entropy = {name}", function)


def of_squares(passage: Passage) -> Iterator[Judgment]:
    for found in SQUARES.finditer(passage.plain):
        shares = [Fraction(p) for p in re.findall(rf"({P})\s*(?:²|\^|\*\*)", found[0])]
        if found["from"] and "+" not in found[0].replace("(", ""):
            yield from judged(passage, found, shares, "Gini = 1 − Σ p²", gini)
        elif (said := GINI_BEHIND.match(passage.plain, found.end())) and is_one(shares):
            fact = fact_of("gini", passage, said)
            if fact and not found["from"]:
                low, high = gini(shares)
                formula = f"Gini = 1 − Σ p² = {shown(low)}"
                yield Judgment(fact, is_near(fact, low, high), formula)


def judged(passage: Passage, found: re.Match, shares: list, name: str, function) -> Iterator:
    """The number that a formula is said to come to."""
    link = LINKED.match(passage.plain, found.end())
    if not link or not is_one(shares) or not NAMED.search(passage.plain, 0, found.start()):
        return
    fact = first_member(passage, link.end(), "measure")
    if fact:
        low, high = function(shares)
        yield Judgment(fact, is_near(fact, low, high), f"{name} = {shown((low + high) / 2)}")


def is_one(shares: list[Fraction]) -> bool:
    return bool(shares) and abs(sum(shares) - 1) <= NEAR_ONE
