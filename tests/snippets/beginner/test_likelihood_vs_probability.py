import pytest
from scipy import integrate, stats

from tests.snippets.load import load

program = load("beginner/likelihood-vs-probability")


def test_probability_is_binomial():
    for heads in range(11):
        expected = stats.binom.pmf(heads, 10, 0.3)
        assert program["probability"](heads, 10, 0.3) == pytest.approx(expected)


def test_area_under_the_likelihood_is_one_eleventh():
    area, _ = integrate.quad(lambda p: program["probability"](7, 10, p), 0, 1)
    assert area == pytest.approx(1 / 11)


def test_p_values():
    assert program["ten_tosses"] == pytest.approx(
        stats.binomtest(7, 10, alternative="greater").pvalue
    )
    # heads before the third tail, at least 7
    assert program["third_tail"] == pytest.approx(stats.nbinom.sf(6, 3, 0.5))
