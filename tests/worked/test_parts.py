"""Parts of a whole: their slack, and what of them a page states."""

from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.rules.whole import accounts, wholes
from hooks.worked.parts import are_shares, is_off, slack
from hooks.worked.stated import numbers

ONE = Fraction(1)


def page_of(source: str):
    return parse(PurePosixPath("docs/advanced/x.md"), source)


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("33 %, 33 % and 33 %", False),
        ("33 %, 33 % and 30 %", True),
        ("0.2, 0.3 and 0.6", True),
        ("0.09, 0.24 and 0.66", False),
        ("1/3, 1/3 and 1/3", False),
        ("1/2, 1/4 and 1/8", True),
    ],
)
def test_rounded_parts_may_miss_the_whole_by_half_a_unit_each(text, off):
    assert is_off(numbers(text), ONE, text) == off


def test_one_decimal_is_rounded_only_if_it_is_about_so_much():
    exact, about = "0.3, 0.3 and 0.3", "about 0.3, 0.3 and 0.3"
    assert slack(numbers(exact), exact) == 0
    assert slack(numbers(about), about) == Fraction(3, 20)


def test_counts_and_mixed_numbers_are_no_shares():
    assert are_shares(numbers("0.7, 0.3"))
    assert not are_shares(numbers("7, 3"))
    assert not are_shares(numbers("70 %, 0.3"))


def test_a_right_whole_is_accounted_for_part_by_part():
    page = page_of("We split 70 % train, 20 % validation, 10 % test.\n")
    (whole,) = wholes(page)
    assert whole.is_right
    assert [(a.column, a.end, a.status) for a in sorted(accounts(page, None))] == [
        (10, 14, "checked"),
        (22, 26, "checked"),
        (39, 43, "checked"),
    ]


def test_a_message_says_what_was_summed():
    (whole,) = wholes(page_of("The split is 80/10/20.\n"))
    assert whole.message == "parts of the split: 80 + 10 + 20 = 110; must be 100"


def test_a_very_long_paragraph_is_left_alone():
    assert not wholes(page_of("An 80/10/20 split. " * 2000))
