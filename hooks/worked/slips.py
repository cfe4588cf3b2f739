"""Typical slips: wrong results that follow from the right inputs in a way in which people err.

A result is called wrong on double evidence: it is no value that it could rightly have, and it is
one to which a known slip leads. So inputs may be read generously. All right values come first.
Whole numbers are compared exactly, rounded ones within their digits.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fractions import Fraction

from hooks.calculation.misprints import mistyped, miswritten
from hooks.calculation.quantity import shown, shown_percent, significant_digits
from hooks.language.wording import words
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Fact, Judgment, Passage
from hooks.worked.stated import Stated, is_bounded, is_hedged

TAKEN_BACK = Pattern(
    r"\b(?:correction|corrected|first\s+(?:wrote|written|had)|earlier\s+version|used\s+to\s+say|sorry|typo)\b",
    re.I,
)
SAME = 1e-9
FEWEST_DIGITS = 3  # significant ones: what shows fewer may be a slip's value by chance
ROUNDED = 0.51  # units of the last digit by which a rounded value may differ
COARSE = 1.01  # units by which a right one may, if it was cut off or computed from rounded numbers
ON_THE_WAY = 0.003  # of a right value that rounding on the way may change
EXACT = 0.0005  # of a slip's value that it may
ROUGH = 0.12  # of a right value that is said to be "about" so much
APART = 0.03  # of the right value by which a slip differs at least

# What is said of a number that the page does not state as its own result.
NOT_CLAIMED = Pattern(
    r"\b(?:forget\w*|forgot\w*|ignor\w+|neglect\w*|omit\w*|leav\w+\s+(?:it|the\s+\w+)?\s*out|naively|tempt\w*|intuit\w*"
    r"|guess\w*|wrong\w*|mistak\w*|instead\s+of|rather\s+than|seems?|confus\w*|pretend\w*|traps?|pitfalls?|fallac\w+"
    r"|would\s+(?:say|think|guess|expect)|people\s+(?:say|think|believe|answer)|unlike|compared\s+(?:to|with))\b",
    re.I,
)
NEW_LINE = Pattern(r"\n(?=\s*[\"“A-Z])")  # where a line says something new
SENTENCE_END = Pattern(r"(?<=[.!?])\s")
DENIED = Pattern(r"(?:\bnot|n['’]t|\bnever|\bno|[<>≤≥≠]|\\(?:neq?|[lg]eq?)\b)[\s*_$:]*$", re.I)


@record
class Value:
    """A value that a result has, or has by a slip.

    formula: how it is computed; slip: what goes wrong, "" for a right value.
    """

    number: Fraction | int
    formula: str
    slip: str = ""


def slip_in(
    is_said: Callable[[Fraction | int], bool], right: Iterable[Value], wrong: Iterable[Value]
) -> Value | None:
    """The slip that explains a result which has none of its right values."""
    if any(is_said(value.number) for value in right):
        return None
    return next((value for value in wrong if is_said(value.number)), None)


def is_quoted_or_taken_back(passage: Passage, at: int) -> bool:
    """Whether a passage quotes what stands at an offset, reports it, or takes it back."""
    before = passage.plain[:at]
    is_open = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
    return is_open or passage.is_reported(at) or bool(TAKEN_BACK.search(passage.plain))


def misread(said: int, right: Iterable[Value]) -> Iterator[Value]:
    """The right values of which a number is written wrongly, as slips."""
    for value in right:
        if slip := miswritten(said, int(value.number)):
            yield Value(said, value.formula, slip)


# -- rounded numbers -----------------------------------------------------------------------------


@record
class Slip:
    """What a mistake makes of a result: its value, the right one, how that is computed, and why.

    special: its value is none that stands there by chance, however few its digits are.
    """

    value: float
    right: float
    how: str
    why: str
    special: bool = False


def explained(
    passage: Passage,
    number: Stated,
    rights: Iterable[float],
    slips: Sequence[Slip],
    exact: Collection[float] = (),
) -> Slip | None:
    """The slip whose value a number is, if it can be none of the right values.

    exact: right values that are not rounded, as the page's own givens.
    """
    found = [slip for slip in slips if shows(number, slip)]
    hedged = is_hedged(passage.plain, number) and not is_precise(number)
    if not found or any(abs(float(number.value) - value) < SAME for value in exact):
        return None
    if any(can_be(number, right, hedged) for right in rights):
        return None
    return found[0]


def shows(number: Stated, slip: Slip) -> bool:
    """Whether a number is a slip's value, and plainly not the right one."""
    value, unit = float(number.value), float(number.unit)
    if not (slip.special or is_precise(number)) or can_be(number, slip.right, False):
        return False
    if abs(slip.value - slip.right) <= APART * abs(slip.right):
        return False
    return abs(value - slip.value) <= max(unit * ROUNDED, EXACT * abs(slip.value))


def is_precise(number: Stated) -> bool:
    """Whether a number shows enough digits not to be another one by chance."""
    return significant_digits(number.written) >= FEWEST_DIGITS


def misprint(number: Stated, right: float) -> str:
    """How the digits of a number differ from those of a right value, rounded like it."""
    percent = 100 if number.is_percent else 1
    decimals = len(number.written.rstrip("% ").partition(".")[2])
    one, other = (f"{value * percent:.{decimals}f}" for value in (float(number.value), right))
    if len(one) != len(other) or significant_digits(other) < FEWEST_DIGITS:
        return ""
    return mistyped(one, other)


def can_be(number: Stated, right: float, hedged: bool) -> bool:
    """Whether a number may stand for a right value: rounded, cut off, or about so much.

    Nobody says "about 90 %" of 99 %: what is left of 1 counts, too.
    """
    value, unit = float(number.value), float(number.unit)
    room = ON_THE_WAY * abs(right)
    if hedged:
        room = ROUGH * (max(min(right, 1 - right), right / 4) if 0 < right < 1 else abs(right))
    return abs(value - right) <= max(unit * COARSE, room)


def is_claimed(page: Question, passage: Passage, number: Stated, is_end: bool = False) -> bool:
    """Whether the page itself gives a number as a result: no bound, no question, no mistake.

    is_end: it may be one end of a range, or a bound.
    """
    plain = passage.plain
    line = NEW_LINE.split(plain[: number.start])[-1] + NEW_LINE.split(plain[number.start :])[0]
    return not (
        passage.of_mistakes
        or line.rstrip(' *_"”)').endswith("?")
        or NOT_CLAIMED.search(line)
        or NOT_CLAIMED.search(introduction(page, passage))
        or DENIED.search(plain, max(0, number.start - 12), number.start)
        or SUPPOSED.search(plain, max(0, number.start - 24), number.start)
        or (not is_end and is_bounded(plain, number))
        or SUPPOSES.match(words(passage.block.text.content))
        or is_quoted_or_taken_back(passage, number.start)
    )


# "if 5% of them are kept": what is given, and no result
SUPPOSED = Pattern(
    r"\b(?:if|suppos\w+|assum\w+|imagine|say|let)\s+(?:that\s+)?(?:only\s+|just\s+|about\s+|some\s+)?$",
    re.I,
)
# A paragraph that asks what would be if something were otherwise, and says it.
SUPPOSES = Pattern(
    r"[\s*_\"“\d.)-]*(?:and\s+|but\s+)?(?:what\s+)?(?:if|suppose|imagine|had)\b[^.?]{0,120}\?", re.I
)


def introduction(page: Question, passage: Passage) -> str:
    """The sentence that leads to another one, or to its block, with a colon."""
    around = words(passage.block.text.content)
    before = around[: max(around.find(passage.plain), 0)].rstrip()
    if not before:
        at = next((i for i, block in enumerate(page.blocks) if block is passage.block), 0)
        while at and page.blocks[at - 1].kind == "item":
            at -= 1
        before = words(page.blocks[at - 1].text.content).rstrip() if at else ""
    if not before.endswith(":"):
        return ""
    return SENTENCE_END.split(before)[-1]


def judged(passage: Passage, number: Stated, slip: Slip) -> Judgment:
    """That a number is wrong, what is right, and which slip explains it."""
    fact = Fact("slip", number.quantity, passage, number.start, number.end)
    show = shown_percent if number.is_percent else shown
    return Judgment(fact, False, f"{slip.how} = {show(Fraction(slip.right))}, {slip.why}")
