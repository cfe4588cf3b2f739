"""What explains a wrong size: typical slips, and digits that are written wrongly."""

import pytest

from hooks.calculation.misprints import miswritten
from hooks.worked.slips import Value, misread, slip_in

RIGHT = (Value(80_100, "800 × 100 + 100"), Value(80_000, "800 × 100"))
WRONG = (Value(80_800, "", "800 inputs have no biases"),)


def test_a_slip_explains_what_no_right_value_does():
    assert slip_in(lambda value: value == 80_800, RIGHT, WRONG).slip == "800 inputs have no biases"
    assert slip_in(lambda value: value == 80_100, RIGHT, WRONG) is None
    assert slip_in(lambda value: value == 81_000, RIGHT, WRONG) is None


def test_a_right_value_is_no_slip_whatever_else_leads_to_it():
    assert slip_in(lambda value: value == 80_100, RIGHT, (Value(80_100, "", "a slip"),)) is None


@pytest.mark.parametrize(
    ("said", "right", "how"),
    [
        (38_597_736, 38_597_376, "two digits are swapped"),
        (2_426, 2_416, "one digit is changed"),
        (120_000, 1_200_000, "it has too few zeros"),
        (16_384_000, 16_384, "it has too many zeros"),
        (16_384, 16_384, ""),
        (48_400, 48_120, ""),
        (41, 14, ""),  # too short to say
        (123_456, 654_321, ""),
    ],
)
def test_how_digits_are_written_wrongly(said, right, how):
    assert miswritten(said, right) == how


def test_misread_values_are_slips_of_right_ones():
    found = list(misread(80_010, RIGHT))
    assert [(value.formula, value.slip) for value in found] == [
        ("800 × 100 + 100", "two digits are swapped"),
        ("800 × 100", "one digit is changed"),
    ]
