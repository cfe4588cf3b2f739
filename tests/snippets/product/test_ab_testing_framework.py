import numpy as np
import pytest
from scipy import stats

from tests.snippets.load import load

program = load("product/ab-testing-framework")


def test_the_planned_users_give_the_planned_power():
    n = program["users_per_arm"](0.20, 0.01)
    error = np.sqrt((0.20 * 0.80 + 0.21 * 0.79) / n)
    assert stats.norm.cdf(0.01 / error - stats.norm.ppf(0.975)) == pytest.approx(0.80, abs=1e-4)


def test_sample_ratio_agrees_with_the_chi_squared_test():
    expected = stats.chisquare([50_600, 49_400]).pvalue
    assert program["sample_ratio_p_value"](50_600, 49_400) == pytest.approx(expected)


def test_delta_method_agrees_with_resampling_users():
    rng = np.random.default_rng(1)
    views = rng.geometric(0.1, 1000)
    clicks = rng.binomial(views, rng.beta(1, 9, 1000))
    drawn = rng.integers(0, 1000, (2000, 1000))
    resampled = clicks[drawn].sum(axis=1) / views[drawn].sum(axis=1)
    assert np.sqrt(program["delta"](clicks, views)[1]) == pytest.approx(resampled.std(), rel=0.05)
