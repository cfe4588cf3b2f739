import numpy as np
import pytest
from scipy.stats import norm

from tests.challenges.load import load

users_per_arm = load("sample-size-for-two-proportions")


def power_of(n: int, p: float, q: float, alpha: float) -> float:
    """Of a two-sided z-test, without the tail on the wrong side."""
    standard_error = np.sqrt((p * (1 - p) + q * (1 - q)) / n)
    return norm.sf(norm.isf(alpha / 2) - abs(p - q) / standard_error)


@pytest.mark.parametrize("alpha", [0.01, 0.05, 0.1])
@pytest.mark.parametrize("power", [0.5, 0.8, 0.95])
@pytest.mark.parametrize(("p", "q"), [(0.1, 0.13), (0.5, 0.42), (0.97, 0.99)])
def test_it_is_the_smallest_size_that_has_the_power(p, q, alpha, power):
    n = users_per_arm(p, q - p, alpha, power)
    assert power_of(n, p, q, alpha) >= power > power_of(n - 1, p, q, alpha)
