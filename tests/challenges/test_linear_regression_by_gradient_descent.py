import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from tests.challenges.load import load

fit = load("linear-regression-by-gradient-descent")


@pytest.fixture
def data():
    random = np.random.default_rng(0)
    X = random.normal(size=(30, 3)).round(4)
    return X, X @ [1, -2, 0.5] + 3 + random.normal(size=30).round(4)


def test_descent_ends_at_the_least_squares_of_scikit_learn(data):
    X, y = data
    weights, intercept = fit(X.tolist(), y.tolist(), rate=0.1, steps=1000)
    reference = LinearRegression().fit(X, y)
    assert [*weights, intercept] == pytest.approx([*reference.coef_, reference.intercept_])


def test_each_step_is_that_of_the_matrix_form(data):
    X, y = data
    A, theta = np.column_stack([X, np.ones(30)]), np.zeros(4)
    for steps in range(5):
        weights, intercept = fit(X.tolist(), y.tolist(), 0.1, steps)
        assert [*weights, intercept] == pytest.approx(theta)
        theta -= 0.1 * 2 / 30 * A.T @ (A @ theta - y)
