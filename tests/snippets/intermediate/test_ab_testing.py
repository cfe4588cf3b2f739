import numpy as np
import pytest
from scipy import stats

from tests.snippets.load import load

program = load("intermediate/ab-testing")


def test_the_planned_users_give_the_planned_power():
    error = np.sqrt((0.05 * 0.95 + 0.055 * 0.945) / program["users_per_arm"](0.05, 0.055))
    assert stats.norm.cdf(0.005 / error - stats.norm.ppf(0.975)) == pytest.approx(0.80, abs=1e-4)


def test_two_looks_agree_with_the_bivariate_normal_distribution():
    r = np.sqrt(1 / 2)
    quiet = stats.multivariate_normal(cov=[[1, r], [r, 1]])
    expected = 1 - quiet.cdf([1.96, 1.96], lower_limit=[-1.96, -1.96])
    assert program["false_alarms"](2) == pytest.approx(expected, abs=0.006)


def test_arms_are_balanced_and_experiments_independent():
    arms = np.array([[program["arm"](u, e) for u in range(4000)] for e in ("checkout", "banner")])
    assert (arms == "A").mean(axis=1) == pytest.approx([0.5, 0.5], abs=0.03)
    assert (arms[0] == arms[1]).mean() == pytest.approx(0.5, abs=0.03)
