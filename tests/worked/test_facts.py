"""The facts that texts state, and what belongs together."""

from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from hooks.calculation.quantity import Quantity
from hooks.page import parse
from hooks.worked.facts import chain, chain_behind, fits, given, passages, quantity_of


def passages_of(source):
    return passages(parse(PurePosixPath("docs/advanced/x.md"), source))


@pytest.mark.parametrize(
    ("written", "value"),
    [("1 %", "0.01"), ("1 in 1,000", "0.001"), ("10 out of 50", "0.2"), ("1/8", "0.125")],
)
def test_a_written_share(written, value):
    assert quantity_of(written).value == Fraction(value)


def test_a_zero_below_is_no_share():
    assert quantity_of("1/0") is None


def test_passages_without_a_digit_are_left_out():
    assert [p.plain for p in passages_of("No number. Here are 2.")] == ["Here are 2."]


def test_a_row_of_a_table_is_one_passage_with_the_places_of_its_cells():
    row = passages_of("| a | b |\n|---|---|\n| recall | 20% |")[0]
    assert row.plain == "recall\n20%"
    assert row.text.position(7) == (3, 12)


def test_places_tell_sections_apart():
    first, second, third = passages_of("## A\n\nOne 1.\n\nTwo 2.\n\n## B\n\nThree 3.")
    assert first.place[0] == second.place[0] != third.place[0]
    assert first.place[:4] != second.place[:4]


def test_a_chain_passes_over_members_without_a_value():
    (passage,) = passages_of("P(A) = P(B) P(A|B) = 0.2 × 0.5 = 0.1, and so on.")
    assert [float(f.value) for f in chain(passage, 4, "P(A)")] == [0.1, 0.1]


def test_a_chain_in_latex():
    (passage,) = passages_of(r"$P(A) = \frac{1}{6} \approx 0.167$.")
    assert [f.quantity.text for f in chain(passage, 5, "P(A)")] == [r"\frac{1}{6}", "0.167"]


@pytest.mark.parametrize("link", ["=", "is", "of", ":", "≈", "is only"])
def test_what_links_a_name_to_its_number(link):
    (passage,) = passages_of(f"Gini {link} 0.48 here.")
    assert [float(f.value) for f in chain_behind(passage, 4, "gini")] == [0.48]


def test_givens_of_three_digits_are_rounded():
    assert given(Quantity.written("0.9")) == (Fraction(9, 10), Fraction(9, 10))
    assert given(Quantity.written("0.167")) == (Fraction("0.1665"), Fraction("0.1675"))


def test_a_result_may_be_rounded():
    (passage,) = passages_of("x = 0.167 and y = 0.187.")
    right, wrong = chain(passage, 1, "x")[0], chain(passage, 15, "y")[0]
    assert fits(right, Fraction(1, 6), Fraction(1, 6))
    assert not fits(wrong, Fraction(1, 6), Fraction(1, 6))
