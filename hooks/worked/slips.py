"""Typical slips: wrong results that follow from the right inputs in a way in which people err.

A result is called wrong on double evidence: it is no value that it could rightly have, and it is
one to which a known slip leads. So inputs may be read generously. All right values come first.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage

TAKEN_BACK = Pattern(
    r"\b(?:correction|corrected|first\s+(?:wrote|written|had)|earlier\s+version|used\s+to\s+say|sorry|typo)\b",
    re.I,
)
LEAST_DIGITS = 4  # of a number that may have a digit changed


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


def miswritten(said: int, right: int) -> str:
    """How the digits of a number differ from those of the right one; "" if in no simple way."""
    one, other = str(said), str(right)
    if min(len(one), len(other)) < LEAST_DIGITS:
        return ""
    if said in (right * 10, right * 100, right * 1000):
        return "it has too many zeros"
    if right in (said * 10, said * 100, said * 1000):
        return "it has too few zeros"
    if len(one) != len(other):
        return ""
    places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) == 1:
        return "one digit is changed"
    is_swap = len(places) == 2 and places[1] == places[0] + 1
    if is_swap and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]:
        return "two digits are swapped"
    return ""


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
