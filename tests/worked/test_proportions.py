"""Intervals of a proportion, against values of scipy.stats.binomtest and statsmodels."""

import pytest

from hooks.worked.proportions import (
    agresti_coull,
    clopper_pearson,
    corrected_wilson,
    intervals,
    jeffreys,
    wald,
    wilson,
)

Z = 1.959964


@pytest.mark.parametrize(
    ("interval", "low", "high"),
    [
        (wald(0.12, 100, Z), 0.056309, 0.183691),
        (wilson(0.12, 100, Z), 0.069994, 0.198121),
        (corrected_wilson(0.12, 100, Z), 0.066252, 0.203977),
        (agresti_coull(0.12, 100, Z), 0.068526, 0.199589),
        (clopper_pearson(0.12, 100, 0.05), 0.063569, 0.200236),
        (jeffreys(0.12, 100, 0.05), 0.067304, 0.194285),
    ],
)
def test_twelve_of_a_hundred(interval, low, high):
    assert interval == (pytest.approx(low, abs=2e-6), pytest.approx(high, abs=2e-6))


def test_an_interval_is_also_cut_off_at_zero():
    found = intervals(0.01, 100, 0.95)
    assert any(low < 0 for low, _ in found)
    assert any(low == 0 for low, _ in found)
