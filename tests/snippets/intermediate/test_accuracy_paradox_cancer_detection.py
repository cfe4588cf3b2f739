import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import norm

from tests.snippets.load import load

program = load("intermediate/accuracy-paradox-cancer-detection")


def test_the_cutoff_is_where_bayes_theorem_gives_the_probability():
    cut = program["cutoff"](0.05, 0.04)
    sick, healthy = 0.04 * norm.pdf(cut, 1.6), 0.96 * norm.pdf(cut)
    assert sick / (sick + healthy) == pytest.approx(0.05)


def test_the_cutoff_minimizes_the_cost():
    def cost(cut):
        return 19 * 0.04 * norm.cdf(cut, 1.6) + 0.96 * norm.sf(cut)

    best = minimize_scalar(cost, bounds=(-2, 4), method="bounded").x
    assert best == pytest.approx(program["chosen"], abs=1e-4)
