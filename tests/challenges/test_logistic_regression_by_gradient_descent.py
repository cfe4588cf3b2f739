import numpy as np
import pytest
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from tests.challenges.load import load

fit = load("logistic-regression-by-gradient-descent")


@pytest.fixture
def data():
    random = np.random.default_rng(0)
    X = random.normal(size=(40, 3)).round(4)
    return X, (random.random(40) < expit(X @ [1, -2, 0.5] + 1)).astype(int)


@pytest.mark.parametrize("l2", [0.02, 0.5])
def test_descent_ends_at_the_minimum_of_scikit_learn(data, l2):
    X, y = data
    weights, intercept = fit(X.tolist(), y.tolist(), 0.5, 1500, l2)
    reference = LogisticRegression(C=1 / (40 * l2), solver="newton-cg", tol=1e-10).fit(X, y)
    expected = [*reference.coef_[0], *reference.intercept_]
    assert [*weights, intercept] == pytest.approx(expected, abs=1e-6)


def test_each_step_is_that_of_the_matrix_form(data):
    X, y = data
    A, theta, penalty = np.column_stack([X, np.ones(40)]), np.zeros(4), np.diag([0.3] * 3 + [0])
    for steps in range(5):
        weights, intercept = fit(X.tolist(), y.tolist(), 0.7, steps, l2=0.3)
        assert [*weights, intercept] == pytest.approx(theta)
        theta -= 0.7 * (A.T @ (expit(A @ theta) - y) / 40 + penalty @ theta)
