from random import Random

import numpy as np
import pytest
from scipy.stats import binomtest

from tests.challenges.load import load

dropout = load("inverted-dropout")


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9])
def test_as_many_are_dropped_as_a_binomial_test_accepts(p):
    _, factors = dropout([1.0] * 5000, p, Random(0))
    assert binomtest(factors.count(0.0), 5000, p).pvalue > 1e-6


def test_the_expected_output_is_the_input():
    x = np.linspace(-2, 2, 9)
    rng = Random(0)
    mean = np.mean([dropout(x.tolist(), 0.4, rng)[0] for _ in range(4000)], axis=0)
    assert mean == pytest.approx(x, abs=0.2)  # seven standard deviations at x = 2
