"""Bayes' theorem in odds: posterior odds = prior odds × likelihood ratio."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import Quantity, shown, shown_percent
from hooks.classifiers.metric_numbers import roughly
from hooks.language.wording import JOINER
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import (
    DECIMAL,
    HEDGE,
    Fact,
    Judgment,
    Passage,
    chain_behind,
    passages,
    quantity_of,
)

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
SEVERAL = Pattern(r"\b(?:both|two|each|three|combined|signals?\s+\d)\b", re.I)
COMBINED = Pattern(
    r"\b(?:combined|joint|total|overall)\s+(?:LR\+?|likelihood\s+ratio|Bayes\s+factor)(?=\s*(?:=|≈|\bis\b|:))",
    re.I,
)
SO_IT_IS = Pattern(
    r"^\W*(?:so|hence|thus|therefore|that\s+is|then)?\b[^.;]{0,12}\bthe\s+(?:posterior\s+)?probability\b",
    re.I,
)
NO_ODDS = Pattern(r"\b(?:log[\s-]?odds|odds\s+ratio|if|second|again|against)\b", re.I)


def judgments(page: Question) -> Iterator[Judgment]:
    """The posterior odds of a page, and the probabilities that they are turned into."""
    if "odds" not in page.lower:
        return
    yield from combined(page)
    yield from added(page)
    if "osterior odds" not in page.source and "ost-test odds" not in page.source:
        return
    facts: list[Fact] = []
    for passage in passages(page):
        if is_read(passage):
            facts += facts_of(passage, facts)
    for number, fact in enumerate(facts):
        if fact.name == "posterior":
            yield from odds_judged(facts, number)
        elif fact.name == "probability":
            yield from probability_judged(facts, number)


def is_read(passage: Passage) -> bool:
    return not passage.of_mistakes and not NO_ODDS.search(passage.plain)


ADDED = Pattern(rf"[×·*]\s*\(\s*(?P<a>{DECIMAL})\s*\+\s*(?P<b>{DECIMAL})\s*\)(?=\s*[=≈])")


def added(page: Question) -> Iterator[Judgment]:
    """Likelihood ratios of independent signals are multiplied: not prior odds × (8 + 5)."""
    ratios: dict[tuple[int, ...], set[Fraction]] = {}
    for passage in passages(page):
        own = ratios.setdefault(passage.place[:1], set())
        for found in ADDED.finditer(passage.plain) if len(own) == 2 else ():
            a, b = (quantity_of(found[name]) for name in "ab")
            if a and b and {a.value, b.value} == own and is_read(passage):
                fact = Fact("ratio", b, passage, *found.span("b"))
                formula = f"odds are multiplied by {found['a']} × {found['b']}"
                yield Judgment(fact, False, f"{formula} = {shown(a.value * b.value)}")
        if "LR" in passage.plain or "atio" in passage.plain:
            own |= {fact.value for fact in facts_of(passage, ()) if fact.name == "ratio"}


def combined(page: Question) -> Iterator[Judgment]:
    """Two independent signals with LR = 20 and LR = 15 have 300 together."""
    ratios: list[Fact] = []
    place: tuple[int, ...] = ()
    for passage in passages(page):
        if passage.place[:4] != place:
            ratios, place = [], passage.place[:4]
        if not is_read(passage) or not ("LR" in passage.plain or "atio" in passage.plain):
            continue
        if found := COMBINED.search(passage.plain):
            if 2 <= len(ratios) <= 5:
                yield from of_product(chain_behind(passage, found.end(), "ratio"), ratios)
            return
        ratios += [fact for fact in facts_of(passage, ()) if fact.name == "ratio"]


def of_product(members: Sequence[Fact], ratios: Sequence[Fact]) -> Iterator[Judgment]:
    value = Fraction(1)
    for ratio in ratios:
        value *= ratio.value
    text = " × ".join(ratio.written for ratio in ratios)
    for fact in members:
        yield Judgment(
            fact, is_near(fact, value), f"combined ratio = {text} = {shown(value)}", tuple(ratios)
        )


def facts_of(passage: Passage, before: Sequence[Fact]) -> Iterator[Fact]:
    """The odds, ratios and probabilities of a passage in their order."""
    plain = passage.plain
    starts = [(found.start(), found.end(), found.lastgroup) for found in NAMED.finditer(plain)]
    goes_on = bool(before) and before[-1].name == "posterior" and SO_IT_IS.match(plain)
    if SPEAKS_OF_ODDS.search(plain) or (goes_on and before[-1].passage.block is passage.block):
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
    rough = bool((found.groupdict().get("hedge") or "").strip()) or "≈" in found[0]
    return Fact(name, quantity, passage, *found.span("value"), rough)


GOES_ON = Pattern(r"\s*[·×*]")  # posterior odds 1/3 · 12 · 0.5 = 2 are a calculation


def odds_judged(facts: Sequence[Fact], number: int) -> Iterator[Judgment]:
    fact = facts[number]
    if GOES_ON.match(fact.passage.plain, fact.end):
        return
    own = [f for f in facts[:number] if f.passage.place[:4] == fact.passage.place[:4]]
    priors = distinct(f for f in own if f.name == "prior")
    ratios = distinct(f for f in own if f.name == "ratio")
    if len(priors) != 1 or len(ratios) != 1:
        return
    (prior,), (ratio,) = priors, ratios
    if any(SEVERAL.search(one.passage.plain) for one in (fact, prior, ratio)):
        return
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
        or GOES_ON.match(odds.passage.plain, odds.end)
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
