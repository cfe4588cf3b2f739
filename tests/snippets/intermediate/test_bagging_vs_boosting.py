import numpy as np
import pytest
from sklearn.datasets import make_friedman1
from sklearn.ensemble import BaggingRegressor, GradientBoostingRegressor

from tests.snippets.load import load

program = load("intermediate/bagging-vs-boosting")
X, y = make_friedman1(100, 5, noise=3.0, random_state=7)
X_new, _ = make_friedman1(50, 5, random_state=8)
X, X_new = X.astype(np.float32), X_new.astype(np.float32)


def test_boosting_agrees_with_scikit_learn_after_every_round():
    model = GradientBoostingRegressor(
        learning_rate=0.2, max_depth=2, n_estimators=40, random_state=0
    ).fit(X, y)
    # On the training rows: elsewhere, ties between equally good splits make a difference.
    expected = list(model.staged_predict(X))
    np.testing.assert_allclose(program["boosting"](X, y, X, 40), expected)


def test_bagging_agrees_with_scikit_learn_up_to_the_draw_of_bootstrap_samples():
    expected = BaggingRegressor(n_estimators=400, random_state=0).fit(X, y).predict(X_new)
    bagged = program["bagging"](X, y, X_new, 400, np.random.default_rng(1))[-1]
    assert np.abs(bagged - expected).mean() < 0.25


def test_correlation_identity_predicts_the_variance_of_ten_trees():
    variance = np.var(program["runs"]["bagging"], axis=0, ddof=1).mean(axis=1)
    one, fifty = variance[0], variance[49]
    rho = (fifty / one - 1 / 50) / (1 - 1 / 50)
    assert variance[9] == pytest.approx(rho * one + (1 - rho) / 10 * one, rel=0.05)
