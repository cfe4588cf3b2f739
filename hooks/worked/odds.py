"""Bayes' theorem in odds: posterior odds = prior odds × likelihood ratio."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown, shown_percent
from hooks.classifiers.metric_numbers import roughly
from hooks.language.wording import JOINER
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import DECIMAL, HEDGE, Fact, Judgment, Passage, passages

SLACK = Fraction(1, 50)  # of a result that was computed from rounded numbers

# 1:99, 1 to 99, 1/99, 0.2, 15.4 %
NUMBER = rf"{DECIMAL}(?:\s*(?::|/|\bto\b)\s*{DECIMAL})?(?:\s*\\?%)?"
LINK = (
    r"(?:\s+(?:of|for|that|in\s+favou?r\s+of)\s+(?!\d)(?:[A-Za-z'’-]+\s*){1,5}?(?=\s(?:are|is)|[=:≈]))?"
    r"(?:\s*\([^()\d]{0,30}\))?(?:\s+(?:are|is|of|become|becomes)\b|\s*[=≈:])*\s*"
    rf"(?:(?:therefore|then|thus|now|just|only)\s+)*(?:(?P<hedge>{HEDGE})\s*)?"
)
NAMES = {
    "posterior": r"(?:posterior|post-?test)\s+odds",
    "prior": r"(?:prior|pre-?test)\s+odds",
    "ratio": r"(?:positive\s+)?likelihood[\s-]ratio|Bayes\s+factor|\bLR\+?(?!\w)",
}
NAMED = Pattern("|".join(rf"(?P<{name}>{words})" for name, words in NAMES.items()), re.I)
SPEAKS_OF_ODDS = Pattern(r"\bodds\b|\b(?:posterior|post-?test)\s+probability\b", re.I)
PROBABILITY = Pattern(
    r"\b(?:probability|chance|P\([^()]{1,40}\))"
    r"(?:\s+of\s+(?!\d)[a-z ]{3,30}?(?=\s(?:is|of)\s|[=:]))?",
    re.I,
)
VALUE = Pattern(rf"{LINK}(?P<value>{NUMBER})(?![\w:/]|\.\d)", re.I)
NEXT = Pattern(
    rf"\s*(?:[=≈]|,?\s+or\s|\()\s*(?P<hedge>{HEDGE}\s*)?(?P<value>{NUMBER})(?![\w:/]|\.\d|\s*[×·*+])"
)
PRODUCT = Pattern(rf"{LINK}\(?\s*{NUMBER}\s*\)?\s*[×·*x]\s*\(?\s*{NUMBER}\s*\)?(?=\s*[=≈])", re.I)
QUOTIENT = Pattern(r"\s*[+(]|\s*/\s*\(")
NO_ODDS = Pattern(r"\b(?:log[\s-]?odds|odds\s+ratio|if|second|again|against)\b", re.I)


def judgments(page: Question) -> Iterator[Judgment]:
    """The posterior odds of a page, and the probabilities that they are turned into."""
    if "osterior odds" not in page.source and "ost-test odds" not in page.source:
        return
    facts = [fact for passage in passages(page) if is_read(passage) for fact in facts_of(passage)]
    for number, fact in enumerate(facts):
        if fact.name == "posterior":
            yield from odds_judged(facts, number)
        elif fact.name == "probability":
            yield from probability_judged(facts, number)


def is_read(passage: Passage) -> bool:
    return not passage.of_mistakes and not NO_ODDS.search(passage.plain)


def facts_of(passage: Passage) -> Iterator[Fact]:
    """The odds, ratios and probabilities of a passage in their order."""
    plain = passage.plain
    starts = [(found.start(), found.end(), found.lastgroup) for found in NAMED.finditer(plain)]
    if SPEAKS_OF_ODDS.search(plain):
        found = PROBABILITY.finditer(plain)
        starts += [(m.start(), m.end(), "probability") for m in found]
    for _, end, name in sorted(starts):
        yield from chain(passage, end, name)


def chain(passage: Passage, position: int, name: str) -> Iterator[Fact]:
    """The numbers behind a name: 18:99 = 0.182."""
    plain = passage.plain
    product = PRODUCT.match(plain, position)
    found = NEXT.match(plain, product.end()) if product else VALUE.match(plain, position)
    while found and not QUOTIENT.match(plain, found.end()):
        if fact := fact_of(passage, found, name):
            yield fact
        found = NEXT.match(plain, found.end())


def fact_of(passage: Passage, found: re.Match[str], name: str) -> Fact | None:
    written = found["value"].replace("\\", "")
    parts = re.split(r":|/|\bto\b", written.replace(JOINER, ""))
    try:
        numbers = [Quantity.written(" ".join(part.split())) for part in parts]
    except ValueError:
        return None
    if len(numbers) == 2:
        if not numbers[1].value:
            return None
        one, other = numbers
        quantity = Quantity.of(one.value / other.value, written)
    else:
        quantity = numbers[0]
    if quantity.value <= 0:
        return None
    rough = bool((found["hedge"] or "").strip()) or "≈" in found[0]
    return Fact(name, quantity, passage, *found.span("value"), rough)


def odds_judged(facts: Sequence[Fact], number: int) -> Iterator[Judgment]:
    fact = facts[number]
    own = [f for f in facts[:number] if f.passage.place[:4] == fact.passage.place[:4]]
    priors = distinct(f for f in own if f.name == "prior")
    ratios = distinct(f for f in own if f.name == "ratio")
    if len(priors) != 1 or len(ratios) != 1:
        return
    (prior,), (ratio,) = priors, ratios
    value = prior.value * ratio.value
    text = f"posterior odds = {prior.written} × {ratio.written} = {shown(value)}"
    yield Judgment(fact, is_near(fact, value), text, (prior, ratio))


def distinct(facts: Iterator[Fact]) -> list[Fact]:
    """One fact for each value, where what is written twice in a chain is one value."""
    kept: list[Fact] = []
    for fact in facts:
        if not any(abs(fact.value - other.value) <= other.value * SLACK for other in kept):
            kept.append(fact)
    return kept


def probability_judged(facts: Sequence[Fact], number: int) -> Iterator[Judgment]:
    """The probability behind posterior odds, in the same paragraph."""
    fact = facts[number]
    before = [f for f in facts[:number] if f.name != "probability"]
    if not before or before[-1].name != "posterior" or fact.value > 1:
        return
    odds = before[-1]
    if (
        odds.passage.place[:4] != fact.passage.place[:4]
        or "prior"
        in fact.passage.plain[odds.end : fact.start if odds.passage is fact.passage else 0]
    ):
        return
    value = odds.value / (1 + odds.value)
    show = shown_percent if "%" in fact.quantity.text else shown
    text = f"probability = odds/(1 + odds) = {shown(odds.value)}/{shown(1 + odds.value)}"
    yield Judgment(fact, is_near(fact, value), f"{text} = {show(value)}", (odds,))


def is_near(fact: Fact, value: Fraction) -> bool:
    claim = roughly(fact.quantity) if fact.rough and fact.quantity.exact else fact.quantity
    margin = max(value * SLACK, (claim.high - claim.low) / 2)
    return claim.low - margin <= value <= claim.high + margin
