"""Odds and the probability that they are: "odds 5/3. As a probability: 0.625", "0.8 means 4 : 1".

They stand beside each other, with no other number between them, and words that say they are the
same; what the text says of one and not of the other, prior or posterior, must not differ.
"""

import re
from collections.abc import Iterator

from hooks.calculation.quantity import Quantity, shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import DECIMAL, HEDGE, Fact, Judgment, Passage, passages, quantity_of
from hooks.worked.odds import is_near
from hooks.worked.slips import is_claimed

IS = (
    r"(?:[\s*_$]*(?:[=≈:]|\b(?:of|are|is|was|becomes?|comes?\s+to|now|then|thus|just|only)\b"
    rf"|{HEDGE}))*[\s*_$\"“]*"
)
WHOSE = (
    r"(?:\s+(?:of|for|that|in\s+favou?r\s+of)\s+(?!\d)[A-Za-z'’ -]{2,40}?(?=\s(?:are|is)\s|[=:≈]))?"
)
KIND = r"(?:(?P<kind>prior|pre-?\s?test|posterior|post-?\s?test)\s+)?"
RATIO = rf"{DECIMAL}(?:\s*(?::|/|\bto\b)\s*{DECIMAL})?"
# The last number of "1/3 · 5 = 5/3", behind which no calculation goes on.
ODDS = Pattern(
    rf"(?<![\w-]){KIND}odds\b(?!\s+(?:ratio|against)){WHOSE}{IS}(?:{RATIO}\s*(?:[·×*]\s*{RATIO}\s*)?[=≈→]\s*)*"
    rf"(?P<value>{RATIO})(?!\w|[.:]\d|\s*(?:[·×*^+=≈]|[-−–/]\s*[\d(]|%|against))",
    re.I,
)
CHANCE = Pattern(
    rf"(?:\b{KIND}(?:probability|chance|prob\.)(?:\s*\([^()\d]{{1,30}}\))?{WHOSE}{IS}"
    r"|\bP\s?\([^()]{1,30}\)\s*[=≈]\s*|(?:i\.e\.|\bthat\s+is),?\s+(?=[\d.]+\s?%))"
    rf"(?P<value>{DECIMAL}(?:\s*\\?%)?)(?![\w/]|[.:]\d|\s*(?:[·×*^+/]|[-−–]\s*\d))",
    re.I,
)
SAME = Pattern(
    r"\b(?:so|i\.e|that\s+is|hence|thus|as|means?|gives?|equals?|which|makes?|correspond\w*|then|therefore|translat\w*"
    r"|convert\w*|amounts?|turn\w*)\b|[→⇒=(]|^[\s*_]*,?[\s*_]*(?:or\b|$)",
    re.I,
)
OTHER = Pattern(
    r"\b(?:prior|posterior|but|while|whereas|other|second|new|log|ratio|against|if)\b", re.I
)
BETS = Pattern(r"\bbookmaker|\bbett(?:ing|or)|\bdecimal odds\b")  # odds of 4 pay 4 : 1
MOST_BETWEEN = 60


@record
class Named:
    """Odds or a chance that a passage states, from its name on."""

    fact: Fact
    start: int
    kind: str

    @property
    def is_odds(self) -> bool:
        return self.fact.name == "odds"


def judgments(page: Question) -> Iterator[Judgment]:
    """The probabilities and odds of a page that contradict the odds and probabilities beside."""
    if "odds" not in page.lower or BETS.search(page.lower):
        return
    last: Named | None = None
    for passage in passages(page):
        if not passage.math and passage.block.kind != "table":
            for named in sorted(stated(passage), key=lambda one: one.start):
                if last and are_same(last, named):
                    judgment = judged(last, named)
                    if judgment.right or is_claimed(page, passage, judgment.fact):
                        yield judgment
                last = named


def stated(passage: Passage) -> Iterator[Named]:
    for name, pattern in (("odds", ODDS), ("chance", CHANCE)):
        for found in pattern.finditer(passage.plain):
            if quantity := value_of(found["value"]):
                hedge = passage.plain[found.start() : found.start("value")]
                is_rough = bool(re.search(rf"\b{HEDGE}|≈", hedge, re.I))
                fact = Fact(name, quantity, passage, *found.span("value"), is_rough)
                yield Named(fact, found.start(), (found["kind"] or "")[:3].lower())


def value_of(written: str) -> Quantity | None:
    """What odds or a probability claim: 3 : 1 is 3, 4/24 is 0.167."""
    one, *others = map(quantity_of, re.split(r":|/|\bto\b", written))
    if not one or not others:
        return one
    return Quantity.of(one.value / others[0].value, written) if others[0].value else None


def are_same(one: Named, other: Named) -> bool:
    """Whether odds and a chance stand beside each other and are said to be the same."""
    a, b = one.fact.passage, other.fact.passage
    if one.is_odds == other.is_odds or (one.kind and other.kind and one.kind != other.kind):
        return False
    if a is b:
        between = a.plain[one.fact.end : other.start]
    elif a.block is b.block and a.place[-1] + 1 == b.place[-1]:
        between = f"{a.plain[one.fact.end :]} {b.plain[: other.start]}"
    else:
        return False
    is_near_it = len(between) <= MOST_BETWEEN and not any(map(str.isdecimal, between))
    own = f"{between} {b.plain[other.start : other.fact.start]}"
    return is_near_it and bool(SAME.search(own)) and not OTHER.search(between)


def judged(one: Named, other: Named) -> Judgment:
    """The second of them against the first."""
    given, fact = one.fact, other.fact
    value, text = given.value, given.written
    if other.is_odds:
        rights = [value / (1 - value), (1 - value) / value] if 0 < value < 1 else []
        formula = f"odds = {text}/(1 − {text})"
    else:
        rights = [value / (1 + value), 1 / (1 + value)] if value > 0 and fact.value <= 1 else []
        formula = f"probability = {text}/(1 + {text})"
    is_right = not rights or any(is_near(fact, right) for right in rights)
    worked = f"{formula} = {shown(rights[0])}" if rights else formula
    return Judgment(fact, is_right, worked, (given,))
