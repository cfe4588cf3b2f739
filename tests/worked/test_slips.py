from pathlib import PurePosixPath

import pytest

from hooks.calculation.misprints import mistyped
from hooks.page import parse
from hooks.worked.facts import passages
from hooks.worked.slips import Slip, explained, is_claimed, misprint
from hooks.worked.stated import numbers


def read(source: str, index: int = 0):
    """A page, its last passage, and one of the numbers of that."""
    page = parse(PurePosixPath("page.md"), source)
    passage = passages(page)[-1]
    return page, passage, numbers(passage.plain)[index]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("0.728", "0.928", "one digit is changed"),
        ("0.746", "0.476", "two digits are swapped"),
        ("47.6", "46.7", "two digits are swapped"),
        ("0.476", "0.476", ""),
        ("0.123", "0.456", ""),
        ("0.647", "0.476", ""),
    ],
)
def test_mistyped(one, other, slip):
    assert mistyped(one, other) == slip


@pytest.mark.parametrize(
    ("written", "right", "slip"),
    [
        ("0.728", 0.92784, "one digit is changed"),
        ("72.8%", 0.92784, "one digit is changed"),
        ("0.928", 0.92784, ""),
        ("0.73", 0.92784, ""),  # too few digits
    ],
)
def test_misprint(written, right, slip):
    _, _, number = read(f"It is {written}.")
    assert misprint(number, right) == slip


SLIP = Slip(0.948, 0.273, "0.0184/0.0674", "the number leaves the prior out")


@pytest.mark.parametrize(
    ("written", "rights", "exact", "is_slip"),
    [
        ("0.948", [0.273], [], True),
        ("0.95", [0.273], [], False),  # too few digits to be it by more than chance
        ("0.948", [0.273, 0.9475], [], False),  # another right value
        ("0.948", [0.273], [0.948], False),  # a number that the page states
        ("0.273", [0.273], [], False),
        ("0.947", [0.273], [], False),
    ],
)
def test_explained(written, rights, exact, is_slip):
    _, passage, number = read(f"The probability is {written}.")
    assert bool(explained(passage, number, rights, [SLIP], exact)) == is_slip


@pytest.mark.parametrize(
    ("source", "claimed"),
    [
        ("The probability is 0.948.", True),
        ("If you forget the prior, the probability is 0.948.", False),
        ("Is the probability 0.948?", False),
        ("The probability is not 0.948.", False),
        ("The probability is at least 0.948.", False),
        ("Without thought one ignores the prior:\n\n$$P = 0.948$$", False),
        ("With the prior one gets:\n\n$$P = 0.948$$", True),
        ("One mistake is no reason to stop. The probability is 0.948.", True),
        ("She answered “the probability is 0.948” and was sure.", False),
    ],
)
def test_is_claimed(source, claimed):
    page, passage, number = read(source)
    assert is_claimed(page, passage, number) == claimed
