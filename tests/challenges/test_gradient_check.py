import numpy as np
import pytest
from scipy.optimize import approx_fprime, rosen, rosen_der

from tests.challenges.load import load

gradient_check = load("gradient-check")


@pytest.mark.parametrize("d", [2, 5])
def test_the_differences_are_those_of_scipy(d):
    x = np.random.default_rng(d).normal(size=d).tolist()
    numeric, error = gradient_check(rosen, rosen_der, x)
    assert numeric == pytest.approx(approx_fprime(x, rosen, 1e-8), rel=1e-4, abs=1e-3)
    assert numeric == pytest.approx(rosen_der(np.array(x)), rel=1e-6, abs=1e-5)
    assert error < 1e-6


def test_a_wrong_derivative_is_found():
    _, error = gradient_check(rosen, lambda x: rosen_der(x) * [1, 1.01, 1], [0.3, -0.7, 1.2])
    assert 0.001 < error < 0.02
