import numpy as np
import pytest
from scipy.optimize import isotonic_regression

from tests.challenges.load import load

isotonic = load("isotonic-regression")


@pytest.mark.parametrize("seed", range(5))
def test_the_fit_is_that_of_scipy(seed):
    random = np.random.default_rng(seed)
    y = (np.linspace(0, 2, 60) + random.normal(size=60)).round(1)  # with ties
    weights = random.uniform(0.1, 3, size=60).round(2)
    assert isotonic(y.tolist()) == pytest.approx(isotonic_regression(y).x)
    reference = isotonic_regression(y, weights=weights).x
    assert isotonic(y.tolist(), weights.tolist()) == pytest.approx(reference)
