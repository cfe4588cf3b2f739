"""Amounts of information in bits and in nats, and the perplexities that they have.

Two amounts beside each other, one in each unit, are the same amount: "1.25 nats = 1.80 bits",
"natural → 1.204, base 2 → 1.737". Elsewhere one is wrong only if a slip shows: the factor ln 2 the
wrong way round, or a perplexity with the base of the other unit.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.sizes import has_one
from hooks.worked.slips import Slip, explained, is_claimed, is_precise, judged
from hooks.worked.stated import Stated, numbers

MARKS = ("nats", " nat ", "natural log", "natural →", "base e", "perplexit")
CLUSTER = 4
LN2 = math.log(2)
LARGEST = 10**6  # perplexity that is read
BITS = r"(?:bits?|shannons?|base\s+(?:2|two)|binary(?:\s+log\w*)?|log_?[2₂])"
NATS = r"(?:nats?|natural(?:ly)?(?:\s+log\w*)?|base\s+e|ln)"
BEHIND = Pattern(
    rf"\s*(?:(?:with|in|using|by|\()\s*(?:the\s+)?)?(?:(?P<bits>{BITS})|(?P<nats>{NATS}))\b", re.I
)
BEFORE = Pattern(
    rf"(?:\b(?:(?P<bits>{BITS})|(?P<nats>{NATS})))[*_)\s]*(?:[:=≈→]|->|\bis\b|gives)?\s*(?:about\s+|≈\s*)?$",
    re.I,
)
BETWEEN = Pattern(
    rf"(?:[\s,;:=≈→()|*_]|->|\b(?:or|i\.e\.|that\s+is|that['’]s|which\s+(?:is|are|makes|equals)|equals?|about|and|with|in|using"
    rf"|as|it\s+is|{BITS}|{NATS}|logs?|logarithms?)\b)*",
    re.I,
)
PERPLEXITY = Pattern(
    r"\bperplexit(?:y|ies)\b\W{0,3}(?:(?:is|of|was|then|therefore|stands\s+at|comes?\s+out\s+at|equals|about)\s+|[=≈:(→]\s*)*$",
    re.I,
)
OTHERWISE = Pattern(
    r"\b(?:conditional|joint|gain|difference|less|more|per\s+(?:word|byte))\b", re.I
)


@record
class Amount:
    """A number of bits or of nats."""

    number: Stated
    unit: str
    passage: Passage

    @property
    def value(self) -> float:
        return float(self.number.value)

    @property
    def in_other(self) -> float:
        return self.value * LN2 if self.unit == "bits" else self.value / LN2


def judgments(page: Question) -> Iterator[Judgment]:
    """The amounts and perplexities of a page that contradict another one."""
    if not has_one(page.lower, MARKS):
        return
    read = [passage for passage in passages(page) if not passage.of_mistakes]
    amounts = [amount for passage in read for amount in amounts_of(passage)]
    for one, other in pairwise(amounts):
        if one.unit != other.unit and one.passage.place[:CLUSTER] == other.passage.place[:CLUSTER]:
            slip = slip_of(one, other)
            if slip and is_claimed(page, other.passage, other.number):
                yield judged(other.passage, other.number, slip)
    if "perplexit" in page.lower and amounts:
        yield from perplexities(page, read, amounts)


def amounts_of(passage: Passage) -> Iterator[Amount]:
    """The decimal numbers of a passage whose unit is said."""
    for number in numbers(passage.plain):
        if number.is_whole or number.value <= 0 or "/" in number.written or number.is_percent:
            continue
        start = max(0, number.start - 40), number.start
        found = BEHIND.match(passage.plain, number.end) or BEFORE.search(passage.plain, *start)
        if found:
            yield Amount(number, found.lastgroup, passage)


def slip_of(one: Amount, other: Amount) -> Slip | None:
    """What is wrong with the second of two amounts that may be one."""
    right, factor = one.in_other, "ln 2" if one.unit == "bits" else "1/ln 2"
    how = f"{one.number.written} {one.unit} × {factor}"
    turned = Slip(one.value**2 / right, right, how, "the number is the inverse of that factor")
    if one.passage is other.passage:
        between = one.passage.plain[one.number.end : other.number.start]
        is_same = "=" in between or len(between) < 40
        if BETWEEN.fullmatch(between) and is_same and min(map(digits, (one, other))) > 2:
            room = max(0.02 * right, 1.5 * float(other.number.unit))
            is_off = abs(other.value - right) > room
            return Slip(0, right, how, "the number is not") if is_off else None
    if not is_precise(other.number) or OTHERWISE.search(other.passage.plain):
        return None
    return explained(other.passage, other.number, [right], [turned])


def digits(amount: Amount) -> int:
    return len(amount.number.written.replace(".", "").lstrip("0"))


def perplexities(
    page: Question, read: Sequence[Passage], amounts: Sequence[Amount]
) -> Iterator[Judgment]:
    """The perplexities that are a power of the other unit's base."""
    known = [amount for amount in amounts if amount.value < 20]
    rights = [(math.e if a.unit == "nats" else 2) ** a.value for a in known]
    for passage in read:
        for number in numbers(passage.plain) if "perplexit" in passage.lower else ():
            if not PERPLEXITY.search(passage.plain, 0, number.start) or number.value > LARGEST:
                continue
            slips = [
                Slip(wrong**amount.value, right, f"{base}^{amount.number.written}", why)
                for amount, right in zip(known, rights, strict=True)
                for base, wrong, why in [
                    ("e", 2, "the number is a power of 2")
                    if amount.unit == "nats"
                    else ("2", math.e, "the number is a power of e")
                ]
            ]
            slip = explained(passage, number, rights, slips)
            if slip and is_claimed(page, passage, number):
                yield judged(passage, number, slip)
