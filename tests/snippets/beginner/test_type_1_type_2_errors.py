import numpy as np
import pytest
from scipy.stats import norm

from tests.snippets.load import load

program = load("beginner/type-1-type-2-errors")


@pytest.mark.parametrize("effect", [0.0, 0.5])
def test_simulated_experiments_miss_as_often_as_the_formula_says(effect):
    rng = np.random.default_rng(0)
    z = rng.normal(effect, 1, size=(20_000, 25)).mean(axis=1) * 5
    missed = np.mean(z <= norm.isf(0.05))
    # Without an effect every decision not to reject is right, and 1 - alpha of them are made.
    assert program["type_2_error"](0.05, effect, 25) == pytest.approx(missed, abs=0.01)


def test_the_sample_size_is_the_smallest_that_will_do():
    n = program["sample_size"](0.05, 0.20, 0.5)
    beta = program["type_2_error"]
    assert beta(0.05, 0.5, n) <= 0.20 < beta(0.05, 0.5, n - 1)


def test_the_false_discovery_rate_agrees_with_counting():
    # 1,000 experiments, 100 real effects: 80 found, and 45 of 900 nulls rejected.
    assert program["false_discovery_rate"](0.05, 0.80, 0.10) == pytest.approx(45 / (80 + 45))
