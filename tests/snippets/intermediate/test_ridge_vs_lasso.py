import numpy as np
import pytest

from tests.snippets.load import load

program = load("intermediate/ridge-vs-lasso")


def test_the_lasso_risk_is_that_of_many_draws():
    rng = np.random.default_rng(1)
    for mu, t in [(0, 1), (1.3, 0.8), (5, 2)]:
        z = rng.normal(mu, 1, 400_000)
        soft = np.sign(z) * np.maximum(np.abs(z) - t, 0)
        assert program["lasso_risk"](mu, t) == pytest.approx(np.mean((soft - mu) ** 2), abs=0.03)


def test_the_ridge_risk_is_the_least_over_all_strengths():
    strengths = np.linspace(0.01, 20, 20_000)
    risks = (strengths**2 * 10 + 50) / (1 + strengths) ** 2
    assert program["best_risks"](5, d=50, signal=10)[0] == pytest.approx(risks.min())
