"""Written numbers claim intervals; exact ones claim themselves."""

from fractions import Fraction

import pytest

from hooks.calculation.quantity import (
    Quantity,
    agrees,
    magnitude,
    rounded_like,
    shown,
    shown_percent,
    significant_digits,
)

CLAIMS = [
    ("0.22", "0.215", "0.225"),
    ("22 %", "0.215", "0.225"),
    ("22%", "0.215", "0.225"),
    ("22\\%", "0.215", "0.225"),
    ("22\\,\\%", "0.215", "0.225"),
    ("22 percent", "0.215", "0.225"),
    ("22.2%", "0.2215", "0.2225"),
    (".5", "0.45", "0.55"),
    ("0.20", "0.195", "0.205"),
    ("-0.5", "-0.55", "-0.45"),
    ("−0.5", "-0.55", "-0.45"),
    ("1,792.5", "1792.45", "1792.55"),
    ("1e-3", "0.0005", "0.0015"),
    ("1.50e6", "1495000", "1505000"),
    ("3.2 × 10^-4", "0.000315", "0.000325"),
    ("3.2 × 10⁻⁴", "0.000315", "0.000325"),
    (r"3.2 \times 10^{-4}", "0.000315", "0.000325"),
    (r"3.2 \cdot 10^{-4}", "0.000315", "0.000325"),
    ("100%", "0.995", "1.005"),
]

COUNTS = [
    ("45", 45),
    ("1,792", 1792),
    ("1\u2009792", 1792),
    ("1{,}792", 1792),
    (r"1\,792", 1792),
    ("−3", -3),
    ("12,345,678", 12345678),
]

NOT_NUMBERS = ["", "x", "1 792", "12,34", "1,7921", "1.2.3", "10/45", "1e9999", "0.2 to 0.3", "--1"]


@pytest.mark.parametrize(("text", "low", "high"), CLAIMS)
def test_a_written_number_claims_half_a_unit_of_its_last_digit(text, low, high):
    quantity = Quantity.written(text)
    assert (quantity.low, quantity.high) == (Fraction(low), Fraction(high))
    assert not quantity.exact
    assert quantity.text == text


@pytest.mark.parametrize(("text", "value"), COUNTS)
def test_an_integer_is_a_count(text, value):
    quantity = Quantity.written(text)
    assert (quantity.low, quantity.high, quantity.exact) == (value, value, True)


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_is_not_one_number_is_refused(text):
    with pytest.raises(ValueError, match=r"is not a number|too large"):
        Quantity.written(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,792", "1791.5", "1792.5"),
        ("1,790", "1785", "1795"),
        ("40,000", "35000", "45000"),
        ("0", "-0.5", "0.5"),
        ("0.40", "0.395", "0.405"),
        ("10%", "0.095", "0.105"),
    ],
)
def test_an_integer_may_be_taken_as_rounded(text, low, high):
    quantity = Quantity.written(text).rounded()
    assert (quantity.low, quantity.high) == (Fraction(low), Fraction(high))


AGREE = [
    ("0.22", "22%"),
    ("0.2222", "22.2%"),
    ("0.2", "20%"),
    ("0.67", "66.7%"),
    ("0.2", "0.25"),
    ("45", "45.0"),
]

DISAGREE = [("0.2", "0.3"), ("0.22", "0.23"), ("22%", "23.0%"), ("45", "46"), ("0.95", "95.6%")]


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_rounded_numbers_agree_where_their_intervals_meet(a, b):
    assert agrees(Quantity.written(a), Quantity.written(b))
    assert agrees(Quantity.written(b), Quantity.written(a))


@pytest.mark.parametrize(("a", "b"), DISAGREE)
def test_rounded_numbers_disagree_where_their_intervals_only_touch(a, b):
    assert not agrees(Quantity.written(a), Quantity.written(b))


@pytest.mark.parametrize("text", ["0.22", "0.23", "22%", "22.5%", "0.225"])
def test_an_exact_value_agrees_with_all_its_roundings(text):
    assert agrees(Quantity.of(Fraction(9, 40)), Quantity.written(text))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(10, 45), "0.2222"),
        (Fraction(1792), "1,792"),
        (Fraction(5816, 10000), "0.5816"),
        (Fraction(-2, 3), "-0.6667"),
        (Fraction(99996, 100000), "1"),
        (Fraction(1, 10**7), "1e-07"),
        (Fraction(12345678, 7), "1,763,668"),
        (Fraction(1, 3) / 10**5, "3.333e-06"),
        (Fraction(10) ** 20, "1e+20"),
        (Fraction(0), "0"),
    ],
)
def test_fractions_are_shown_as_short_decimals(value, text):
    assert shown(value) == text


def test_fractions_are_shown_as_percent():
    assert shown_percent(Fraction(10, 45)) == "22.22%"


@pytest.mark.parametrize(
    ("value", "power"),
    [(345, 2), ("0.0012", -3), (0, 0), (1, 0), (10, 1), ("0.1", -1), ("9.99", 0), (-20, 1)],
)
def test_magnitude_is_the_power_of_the_leading_digit(value, power):
    assert magnitude(Fraction(value)) == power


@pytest.mark.parametrize(
    ("value", "written", "text"),
    [
        ("2/3", "0.66", "0.67"),
        ("2/3", "66%", "67%"),
        ("2/3", "66.6%", "66.7%"),
        ("1000/3", "334", "333"),
        ("12345/10", "1,000.0", "1,234.5"),
        ("-1/3", "0.33", "-0.33"),
        ("1/3", "1e-3", "0.333"),
        ("1/3", "5e3", None),
        ("1/30", "0.5", None),
    ],
)
def test_the_right_number_is_shown_in_the_style_of_the_wrong_one(value, written, text):
    assert rounded_like(Fraction(value), Quantity.written(written)) == text


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0.2", 1),
        ("0.20", 2),
        ("20%", 2),
        ("2%", 1),
        ("0.0245", 3),
        ("1,792", 4),
        ("3.2 × 10^-4", 2),
        ("1e-3", 1),
        ("0", 1),
    ],
)
def test_significant_digits_are_counted_from_the_first_that_is_not_zero(text, digits):
    assert significant_digits(text) == digits
