"""The distributions agree with SciPy."""

import math

import pytest
from scipy import stats

from hooks.calculation.distributions import DISTRIBUTIONS

ARGUMENTS = {
    "norm.pdf": [(0.3,), (1, 2, 3)],
    "norm.cdf": [(-1.96,), (110, 100, 15)],
    "norm.sf": [(1.645,)],
    "norm.ppf": [(0.975,), (0.1, 100, 15)],
    "binom.pmf": [(3, 10, 0.5), (0, 5, 0.0), (120, 1000, 0.1), (11, 10, 0.5)],
    "binom.cdf": [(3, 10, 0.5), (1, 20, 0.05), (25, 20, 0.5), (5000, 10_000, 0.5)],
    "binom.sf": [(7, 10, 0.5)],
    "poisson.pmf": [(0, 2), (3, 2.5)],
    "poisson.cdf": [(2, 3), (100, 90)],
    "poisson.sf": [(2, 3)],
    "t.cdf": [(2, 5), (-1.5, 1), (0, 3), (40, 2)],
    "t.sf": [(2.5, 30)],
    "t.ppf": [(0.975, 10), (0.025, 1), (0.5, 7), (0.9995, 2), (0.9, 1000)],
}


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_it_agrees_with_scipy(name):
    family, function = name.split(".")
    for arguments in ARGUMENTS[name]:
        expected = getattr(getattr(stats, family), function)(*arguments)
        value = DISTRIBUTIONS[name](*arguments)
        assert math.isclose(value, expected, rel_tol=1e-8, abs_tol=1e-7), arguments
