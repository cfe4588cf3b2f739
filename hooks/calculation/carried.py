"""Results that the next item of a list goes on from: "8 bytes each → 32 GB", "copies ×3 → 96 GB".

An item that begins with a label and a factor, and gives a number in the unit with which the item
before it ends, is read as that number times the factor.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hooks.calculation.claims import Chain, Member
from hooks.calculation.expression import Binary, Number
from hooks.calculation.quantity import Quantity
from hooks.classifiers.metric_numbers import roughly
from hooks.language.sentences import CALLED_WRONG
from hooks.language.wording import words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.record import replace

MULTIPLIES = Pattern(r"[×*x]\s?\d|×")  # a quick look
DIGITS = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
UNIT = r"\s?(?P<unit>(?:[A-Za-z]+|/|%|\$)(?:[ /]?[A-Za-z]+){0,2})?"
GIVES = r"(?:→|->|=>|=|≈|gives|makes)"
ROUGHLY = r"(?P<roughly>(?:about|roughly|approximately|around|nearly|almost|≈|~)\s*)?"
RESULT = Pattern(rf"(?P<sign>{GIVES})\s*{ROUGHLY}(?P<number>{DIGITS}){UNIT}[\s.;,]*$", re.I)
FACTOR = Pattern(
    r"^(?P<label>[A-Za-z][A-Za-z -]{2,30}?)\s*(?:[×*]|x(?=\s?\d))\s*"
    rf"(?P<factor>{DIGITS})x?\s*{RESULT.pattern}",
    re.I,
)
SCALING = Pattern(r"replica|copies|peak|safety|overhead|headroom|buffer|redundan|factor", re.I)
RESIZING = Pattern(r"pool|strid|down|up-?sampl|conv|decay|resol|channel|hidden|crop|shrink", re.I)
LONGEST = 200  # characters of an item


def carried(page: Question) -> Iterator[tuple[Chain, ...]]:
    """The products that go on from one item of a list to the next, each in its one reading."""
    for first, second in pairwise(page.blocks):
        if not first.kind == second.kind == "item" or second.line - first.line > 2:
            continue
        if MULTIPLIES.search(second.text.content) and is_short(first, second):
            yield from product(first, second)


def is_short(*blocks: Block) -> bool:
    return all(len(block.text.content) <= LONGEST for block in blocks)


def product(first: Block, second: Block) -> Iterator[tuple[Chain, ...]]:
    before = RESULT.search(words(first.text.content))
    found = FACTOR.match(words(second.text.content))
    if not before or not found or unit_of(before) != unit_of(found):
        return
    label = found["label"]
    if RESIZING.search(label) or not (unit_of(found) or SCALING.search(label)):
        return
    if any(CALLED_WRONG.search(block.text.content) for block in (first, second)):
        return
    numbers = [number(before, "number"), number(found, "factor"), number(found, "number")]
    if None not in numbers:
        yield (chain(second, found, numbers, before["sign"] == "≈" or bool(before["roughly"])),)


def unit_of(found: re.Match[str]) -> str:
    return (found["unit"] or "").lower()


def number(found: re.Match[str], name: str) -> Number | None:
    try:
        return Number(Quantity.written(found[name]), found.start(name), found.end(name))
    except ValueError:
        return None


def chain(block: Block, found: re.Match[str], numbers: Sequence[Number], is_rounded: bool) -> Chain:
    """The number before, times the factor, and the result; a rounded one gives a rough one."""
    before, factor, result = numbers
    is_rough = is_rounded or bool(found["roughly"])
    if is_rough:
        result = replace(result, quantity=roughly(result.quantity))
    before = replace(before, start=-1, end=-1)  # it stands in another text
    members = (
        Member(Binary("×", before, factor), "", block.text, factor.start),
        Member(result, "≈" if is_rough else "=", block.text, result.start),
    )
    return Chain(members, block.text, found.start("factor"), found.start("number"))
