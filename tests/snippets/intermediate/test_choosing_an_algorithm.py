import numpy as np
import pytest
from scipy.stats import binomtest

from tests.snippets.load import load

program = load("intermediate/choosing-an-algorithm")


def test_mcnemar_is_the_binomial_test_of_the_disagreements():
    for a, b in [(40, 25), (25, 40), (3, 3)]:
        assert program["mcnemar"](a, b) == pytest.approx(binomtest(a, a + b).pvalue)


def test_the_standard_error_is_that_of_the_row_differences():
    rows = np.repeat([1, -1, 0], [40, 25, 935])
    expected = rows.mean(), rows.std() / np.sqrt(1000)
    assert program["paired_difference"](40, 25, 1000) == pytest.approx(expected)


def test_the_best_of_ten_is_that_of_many_draws():
    draws = np.random.default_rng(0).binomial(200, 0.85, (100_000, 10)).max(axis=1) / 200
    assert program["best_of"](10, 0.85, 200) == pytest.approx(draws.mean(), abs=0.001)
