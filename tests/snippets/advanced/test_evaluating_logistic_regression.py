import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from tests.snippets.load import load

program = load("advanced/evaluating-logistic-regression")
A, y, w = program["A"], program["y"], program["w"]


def test_newton_agrees_with_scikit_learn():
    model = LogisticRegression(C=np.inf, tol=1e-8, fit_intercept=False).fit(A, y)
    assert w == pytest.approx(model.coef_[0], abs=1e-4)


def test_deviance_is_twice_n_times_the_log_loss():
    assert -2 * program["full"] == pytest.approx(2 * 500 * log_loss(y, program["sigmoid"](A @ w)))


def test_standard_errors_agree_with_repeated_samples():
    rng = np.random.default_rng(1)
    slopes = [program["fit"](*program["sample"](500, rng))[0][1] for _ in range(400)]
    assert np.sqrt(program["covariance"][1, 1]) == pytest.approx(np.std(slopes), rel=0.15)
