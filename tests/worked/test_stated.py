"""Numbers as sentences and tables state them."""

from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from hooks.language.wording import words
from hooks.page import Text, parse
from hooks.worked.stated import cell_number, count_of, is_bounded, is_hedged, numbers, statements


def written(text: str) -> list[str]:
    return [number.written for number in numbers(words(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("70 % train, 15% val and 1,000 users", ["70%", "15%", "1,000"]),
        ("0.2,0.3,0.5 or [0.5,0.2]", ["0.2", "0.3", "0.5", "0.5", "0.2"]),
        ("r = -0.2, and (−1.3)", ["-0.2", "−1.3"]),
        ("1/3, $\\frac{1}{6}$ and 10/12/2024", ["1/3", "1/6"]),
        ("$1{,}500$ of $22\\,\\%$ and 5.7 × 10⁻⁷", ["1500", "22%", "5.7 × 10⁻⁷"]),
        ("top-5, x2, version 1.2.3, R^2, a_1, 0,22 or 3D", []),
    ],
)
def test_numbers_are_read_and_names_are_not(text, found):
    assert written(text) == found


def test_a_number_knows_where_it_stands():
    text = "We use **70 %** of it."
    (number,) = numbers(words(text))
    assert text[number.start : number.end] == "70 %"
    assert (number.quantity.low, number.quantity.high) == (Fraction("0.695"), Fraction("0.705"))


@pytest.mark.parametrize(
    ("text", "hedged", "bounded"),
    [
        ("about 20 %", True, False),
        ("≈ 0.2", True, False),
        ("at least 20 %", False, True),
        ("between 20 and 30 %", False, True),
        ("20 to 30 %", False, True),
        ("20 ± 3", False, True),
        ("it is 20 % now", False, False),
    ],
)
def test_what_stands_around_a_number(text, hedged, bounded):
    number = next(n for n in numbers(text) if n.written.startswith(("20", "0.2")))
    assert (is_hedged(text, number), is_bounded(text, number)) == (hedged, bounded)


@pytest.mark.parametrize(
    ("cell", "text"),
    [("**95 %**", "95%"), ("1,000", "1,000"), ("`0.2`", "0.2"), ("$95\\%$", "95%"), ("−3", "−3")],
)
def test_a_cell_of_one_number_is_read(cell, text):
    assert cell_number(Text(cell, ((1, 1),))).written == text


@pytest.mark.parametrize("cell", ["", "n/a", "1 of 2", "0.2 ± 0.1", "about 3"])
def test_other_cells_are_not(cell):
    assert cell_number(Text(cell, ((1, 1),))) is None


def test_numerals():
    assert [count_of(text) for text in ("three", "1,000", "many")] == [3, 1000, None]


def test_statements_are_sentences_and_formulas_with_digits():
    source = "No digit. One is 1.\n\n$$\nP = 0.2\n$$\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
    page = parse(PurePosixPath("docs/advanced/x.md"), source)
    assert [s.text.content for s in statements(page)] == ["One is 1.", "P = 0.2"]
