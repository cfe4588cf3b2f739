"""Gain ratios: the information gain over the split information, −Σ p log₂ p of the sizes."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import replace
from hooks.worked.facts import Fact, Judgment, Passage, chain_behind, passages
from hooks.worked.impurity_measures import entropy
from hooks.worked.sizes import has_one

CLUSTER = 4
MARKS = (
    "gain ratio",
    "gain-ratio",
    "gainratio",
    "split info",
    "split-info",
    "splitinfo",
    "intrinsic",
)
SLACK = Fraction(1, 100)  # of a quotient of rounded numbers
NAMES = Pattern(
    r"(?P<ratio>\b(?:information\s+)?gain[\s-]?ratio\b)"
    r"|(?P<split>\bsplit[\s-]?info(?:rmation)?\b|\bintrinsic\s+(?:value|information)\b)"
    r"|(?P<gain>\binformation\s+gain\b|\binfo\s+gain\b|\bIG\b|\bgain\b(?!\s?ratio))",
    re.I,
)
ARGUMENT = Pattern(
    r"(?:\s+of\s+an?\s+\d+(?:/\d+)+\s+split)?(?:\s*\([^()=\d]{1,40}\))?(?:\s+of\s+(?:the\s+)?(?!\d)[a-z]+(?=\s+(?:is|=)))?"
)
SIZES = Pattern(
    r"\b(?:sizes|branches|children|subsets|parts|leaves)\s*(?:of|with|:|=|are)?\s*(?:sizes?\s*)?[\[(]?\s*"
    r"(?P<list>\d{1,5}(?:\s*,\s*\d{1,5}){0,6}(?:\s*,?\s*and\s+|\s*,\s*)\d{1,5})(?![\d./%])",
    re.I,
)


def judgments(page: Question) -> Iterator[Judgment]:
    """The gain ratios and split informations of a page."""
    if not has_one(page.lower, MARKS):
        return
    facts = [
        fact
        for passage in passages(page)
        if has_one(passage.lower, ("gain", "ig", "split", "intrinsic"))
        if not passage.of_mistakes and passage.block.kind != "table"
        for fact in facts_of(passage)
    ]
    for number, fact in enumerate(facts):
        if fact.name == "ratio":
            yield from ratio_judged(facts, number) or undivided(facts, number)
        elif fact.name == "split":
            yield from split_judged(fact)


def facts_of(passage: Passage) -> Iterator[Fact]:
    for found in NAMES.finditer(passage.plain):
        end = ARGUMENT.match(passage.plain, found.end()).end()
        for fact in chain_behind(passage, end, found.lastgroup):
            yield replace(fact, name=found.lastgroup)


def undivided(facts: Sequence[Fact], number: int) -> list[Judgment]:
    """A gain ratio that is a gain of the section itself, though its line says what divides it."""
    fact = facts[number]
    own = [f for f in facts[:number] if f.passage is fact.passage and f.name == "split"]
    same = [f.passage.place[0] == fact.passage.place[0] for f in facts]
    gains = [f for f, is_same in zip(facts, same, strict=True) if is_same and f.name == "gain"]
    if not own or own[-1].value in (0, 1):
        return []
    whole = fact.value * own[-1].value
    if any(abs(gain.value - whole) <= SLACK * whole for gain in gains):
        return []
    undivided = [gain for gain in gains if gain.value == fact.value]
    if not undivided:
        return []
    text = f"gain ratio = {fact.written}/{own[-1].written}"
    value = shown(fact.value / own[-1].value)
    return [Judgment(fact, False, f"{text} = {value}", (undivided[0], own[-1]))]


def ratio_judged(facts: Sequence[Fact], number: int) -> list[Judgment]:
    fact = facts[number]
    for length in (CLUSTER, 1):
        place = fact.passage.place[:length]
        own = [f for f in facts if f.passage.place[:length] == place]
        gains, splits = ([f for f in own if f.name == name] for name in ("gain", "split"))
        if gains and splits:
            break
    if len({f.value for f in gains}) != 1 or len({f.value for f in splits}) != 1:
        return []
    gain, split = gains[-1], splits[-1]
    if not split.value:
        return []
    value = gain.value / split.value
    low, high = (
        gain.claim.low / split.claim.high,
        gain.claim.high / (split.claim.low or split.value),
    )
    right = is_between(fact, low * (1 - SLACK), high * (1 + SLACK))
    text = f"gain ratio = {gain.written}/{split.written} = {shown(value)}"
    return [Judgment(fact, right, text, (gain, split))]


def split_judged(fact: Fact) -> Iterator[Judgment]:
    sizes = list(SIZES.finditer(fact.passage.plain))
    if len(sizes) != 1:
        return
    counts = [Fraction(size) for size in re.findall(r"\d+", sizes[0]["list"])]
    if not all(counts):
        return
    shares = [count / sum(counts) for count in counts]
    bits, nats = (entropy(shares, base) for base in (2, 2.718281828459045))
    right = any(is_between(fact, *value) for value in (bits, nats))
    text = f"split information = −Σ p log₂ p of {sizes[0]['list']} = {shown(bits[0])}"
    yield Judgment(fact, right, text)


def is_between(fact: Fact, low: Fraction, high: Fraction) -> bool:
    unit = fact.claim.high - fact.claim.low
    return fact.claim.low - unit / 2 <= high and low <= fact.claim.high + unit / 2
