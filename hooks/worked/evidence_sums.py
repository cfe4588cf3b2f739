"""Posteriors that are written as one joint probability over another: 0.18/0.24 for 0.18/0.42.

The joint probabilities are the two addends of a sum, or the results of two products.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, groupby

from hooks.calculation.quantity import Quantity, shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Fact, Judgment, Passage, chain_behind, fits, passages
from hooks.worked.sizes import has_one

DECIMAL = r"(?<![\w.,])0?\.\d+(?![\d%])"
SUM = Pattern(rf"(?P<a>{DECIMAL})\s*\+\s*(?P<b>{DECIMAL})\s*(?:=|≈)\s*(?P<sum>{DECIMAL})")
PRODUCT = Pattern(
    rf"{DECIMAL}(?:\s*(?:[·×*]|\bx\b)\s*{DECIMAL}[²³]?){{1,6}}\s*(?:=|≈)\s*(?P<v>{DECIMAL})(?!\s*[/·×*+])"
)
QUOTIENT = Pattern(
    rf"(?:(?P<a>{DECIMAL})\s*/\s*(?P<b>{DECIMAL})|\\frac\s+(?P<a2>{DECIMAL})\s+(?P<b2>{DECIMAL}))(?!\s*[+·×*/])"
)
NORMALIZED = Pattern(rf"(?P<a>{DECIMAL})\s*/\s*\(\s*(?P=a)\s*\+\s*{DECIMAL}\s*\)")
OF_PROBABILITY = Pattern(
    r"\bP(?:r)?\s*\(|\bposterior\b|\b(?:probability|chance)\b(?!\s+[\d.]+\))", re.I
)
OTHERWISE = Pattern(r"\b(?:odds|ratio|Bayes\s+factor|times|lift|compared|relative|log)\b", re.I)
ROOM = Fraction(1, 50)  # of a complement of rounded posteriors
POINT = Pattern(r"\.\d")
SIGNS = ("bayes", "posterior", "probab", "p(", "chance")


def judgments(page: Question) -> Iterator[Judgment]:
    """The quotients of a section's two joint probabilities that are called a probability."""
    if not has_one(page.lower, SIGNS) or not POINT.search(page.source):
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [p for p in own if p.block.kind != "table" and POINT.search(p.plain)]
        lower = "\n".join(passage.lower for passage in told)
        if "remaining" in lower:
            yield from of_remaining(told)
        if lower.count("posterior") > 1 and any(TWO.search(p.block.text.content) for p in told):
            yield from of_two_classes(told)
        if "/" in lower or "frac" in lower:
            yield from of_section([passage for passage in told if not passage.of_mistakes])


def of_section(told: Sequence[Passage]) -> Iterator[Judgment]:
    """The quotients of joint probabilities that stand before them."""
    joint: list[Joint] = []
    said: list[Quotient] = []
    for passage in told:
        joint += joint_in(passage)
        if not OTHERWISE.search(passage.plain):
            found = QUOTIENT.finditer(passage.plain)
            said += [Quotient(passage, match, tuple(joint)) for match in found]
    is_normalized = any(quotient.is_right for quotient in said)
    is_normalized = is_normalized or any(NORMALIZED.search(passage.plain) for passage in told)
    for quotient in said:
        if is_normalized or OF_PROBABILITY.search(quotient.passage.plain):
            yield from quotient.judgments()


@record
class Joint:
    """A probability that may be a joint one: the addend of a sum, or the result of a product."""

    value: Fraction
    passage: Passage
    end: int


def joint_in(passage: Passage) -> list[Joint]:
    added = [found.span(name) for found in SUM.finditer(passage.plain) for name in "ab"]
    spans = added or [found.span("v") for found in PRODUCT.finditer(passage.plain)]
    return [Joint(value(passage.plain[start:end]), passage, end) for start, end in spans]


@record
class Quotient:
    """A probability over another one, and the joint ones up to the end of its passage."""

    passage: Passage
    match: re.Match[str]
    known: tuple[Joint, ...]

    @property
    def above(self) -> Fraction:
        return value(self.match["a"] or self.match["a2"])

    @property
    def group(self) -> str:
        return "b" if self.match["b"] else "b2"

    @property
    def below(self) -> Fraction:
        return value(self.match[self.group])

    @property
    def before(self) -> list[Joint]:
        start = self.match.start()
        return [j for j in self.known if j.passage is not self.passage or j.end <= start]

    @property
    def is_right(self) -> bool:
        """Whether it is divided by the sum of joint probabilities."""
        found = sums(self.before, self.above)
        return any(abs(self.below - total) <= total * ROOM for total in found)

    def judgments(self) -> Iterator[Judgment]:
        """That it isn't divided by the sum of those two that stand before it."""
        pair = self.before[-2:]
        values = [one.value for one in pair]
        if len(pair) < 2 or self.above not in values or self.above == self.below or self.is_right:
            return
        is_beside = all(one.passage is self.passage for one in pair)
        if self.below in values or (is_beside and self.below < 1):
            start, end = self.match.span(self.group)
            quantity = Quantity.written(self.match[self.group])
            fact = Fact("evidence", quantity, self.passage, start, end)
            formula = f"evidence = {shown(values[0])} + {shown(values[1])} = {shown(sum(values))}"
            yield Judgment(fact, False, formula)


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


def sums(joint: Sequence[Joint], above: Fraction) -> Iterator[Fraction]:
    """The sums of joint probabilities beside each other, of which one is divided by them."""
    values = [one.value for one in joint]
    for start, end in combinations(range(len(values) + 1), 2):
        if end - start > 1 and above in values[start:end]:
            yield sum(values[start:end])


def value(text: str) -> Fraction:
    return Fraction(re.sub(r"^\.", "0.", text))
