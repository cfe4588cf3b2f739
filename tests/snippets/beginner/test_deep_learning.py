import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from tests.snippets.load import load

program = load("beginner/deep-learning")
X, y = program["X"], program["y"]


def test_linear_layers_end_where_linear_regression_does():
    expected = LinearRegression().fit(X, y).predict(X)[:, 0]
    assert program["train"](nonlinear=False) == pytest.approx(expected)


def test_tanh_learns_exclusive_or_with_two_units_but_not_with_one():
    assert program["train"](nonlinear=True, hidden=2) == pytest.approx(y[:, 0], abs=0.01)
    one = program["train"](nonlinear=True, hidden=1)
    assert np.mean((one - y[:, 0]) ** 2) == pytest.approx(0.25, abs=5e-4)
