"""Findings in which the lint more likely misread a page than the page is wrong.

A slip of the pen is near the truth and written once; a wrong unit is far from it. What is neither,
and what the page gives again, or gives beside the number that it should be, was mostly meant: it is
of another case than the one that a rule computed. What a rule computed from numbers of the same
line alone is no other case.
"""

from collections import Counter
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.quantity import Quantity
from hooks.finding import Finding
from hooks.own_calculations import SAID, WRITTEN
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import record

CHOOSING = frozenset(("confusion-matrix", "impurity", "shapes"))  # rules that choose a case
# Bounds of the gap between what is said and what is right, by the first findings on pages of
# strangers: these tests keep back 34 of 219 false alarms and 3 of 917 errors.
NEAR, APART, HALF, FAR = (Fraction(share, 100) for share in (15, 34, 50, 90))
CLOSE = Fraction(2, 1000)  # two numbers that are one, rounded
SEVERAL = 25  # lines of a text that may have several cases
INSTEAD = Pattern(r"(?s)^.*? is (?P<right>.*?), not (?P<claimed>[^;]*)")
SIZES = Pattern(r"\d(?:\s*(?:[×x]|\\times)|,\s)\s*\d")  # 28 × 28 × 16: no single number
MEMORY = Pattern(r"(?<=\d)\s?(?P<unit>[kKMGT]i?B)\b")  # 7 GB are none of 7 billion parameters
EQUALS = frozenset("=≈≃≅")


@record
class Doubt:
    """What speaks against a finding.

    gap: how far the claimed number is from the right one, as a share of the larger of the two.
    is_repeated: the claimed one stands in the page again. is_known: so does the right one, in
    another line.
    """

    gap: Fraction
    is_repeated: bool
    is_known: bool


def is_of_another_case(page: Question, finding: Finding) -> bool:
    """Whether the page probably means something else by a number than the rule that flags it."""
    if len(page.lines) < SEVERAL:
        return False
    if finding.rule in CHOOSING:
        return is_other_result(page, finding)
    # Without a sign of equality it was guessed what was calculated from what.
    may_be_other = finding.rule == "arithmetic" and EQUALS.isdisjoint(page.lines[finding.line - 1])
    return may_be_other and is_other_calculation(page, finding)


def is_other_result(page: Question, finding: Finding) -> bool:
    computed, _, claimed = finding.message.partition(SAID)
    how, _, right = computed.rpartition("=")
    inputs = set(numbers(how))
    is_beside = inputs and inputs <= set(numbers(page.lines[finding.line - 1]))
    if is_beside or SIZES.search(claimed):
        return False
    doubt = weighed(page, finding.line, right, claimed)
    return doubt is not None and (
        (doubt.is_repeated and NEAR < doubt.gap < FAR)
        or (doubt.is_known and APART < doubt.gap < FAR)
    )


def is_other_calculation(page: Question, finding: Finding) -> bool:
    said = INSTEAD.match(finding.message)
    doubt = weighed(page, finding.line, *said.group("right", "claimed")) if said else None
    return doubt is not None and HALF < doubt.gap < FAR and (doubt.is_repeated or doubt.is_known)


def weighed(page: Question, line: int, right: str, claimed: str) -> Doubt | None:
    """The doubt by the numbers in the two parts of a message; None if one of them has none."""
    expected, stated = numbers(right)[:1], numbers(claimed)[-1:]
    if not expected or not stated:
        return None
    one, other = expected[0], stated[0]
    gap = abs(one - other) / (max(one, other) or 1)
    found = MEMORY.search(claimed)
    unit = found["unit"] if found else ""
    elsewhere = counted(page, unit) - Counter(numbers(page.lines[line - 1], unit))
    is_known = any(abs(one - number) <= CLOSE * one for number in elsewhere)
    return Doubt(gap, counted(page, unit)[other] > 1, is_known)


@lru_cache(maxsize=RECENT)
def counted(page: Question, unit: str = "") -> Counter[Fraction]:
    """How often each number, or each with that unit, stands in a page; percentages are shares."""
    return Counter(number for line in page.lines for number in numbers(line, unit))


def numbers(text: str, unit: str = "") -> list[Fraction]:
    plain = text.replace("\\%", "%").replace("{,}", ",")
    return [
        Quantity.written(number[0]).value
        for number in WRITTEN.finditer(plain)
        if plain[number.end() :].lstrip().startswith(unit)
    ]
