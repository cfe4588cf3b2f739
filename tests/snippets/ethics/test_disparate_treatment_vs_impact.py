import pytest
from scipy.stats import fisher_exact
from scipy.stats.contingency import relative_risk

from tests.snippets.load import load

program = load("ethics/disparate-treatment-vs-impact")
COUNTS = [(30, 100, 50, 100), (3, 10, 5, 10), (4275, 5000, 4500, 5000), (7, 31, 12, 19)]


@pytest.mark.parametrize("counts", COUNTS)
def test_ratio_and_interval_agree_with_scipy(counts):
    expected = relative_risk(*counts)
    interval = expected.confidence_interval(0.95)
    assert program["impact_ratio"](*counts) == pytest.approx(
        (expected.relative_risk, interval.low, interval.high)
    )


@pytest.mark.parametrize("counts", COUNTS)
def test_fisher_p_agrees_with_scipy(counts):
    a, n_a, b, n_b = counts
    expected = fisher_exact([[a, n_a - a], [b, n_b - b]]).pvalue
    assert program["fisher_p"](*counts) == pytest.approx(expected)
