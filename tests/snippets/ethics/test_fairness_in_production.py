import pytest
from scipy.stats import binomtest

from tests.snippets.load import load

program = load("ethics/fairness-in-production")


def test_wilson_agrees_with_scipy():
    expected = binomtest(18, 25).proportion_ci(method="wilson")
    assert program["wilson"](18, 25) == pytest.approx((expected.low, expected.high), abs=1e-4)


def test_gap_pools_the_weeks():
    gap, low = program["gap"]([(320, 20), (300, 10)])
    assert gap == pytest.approx(620 / 800 - 30 / 50)
    assert low < gap
