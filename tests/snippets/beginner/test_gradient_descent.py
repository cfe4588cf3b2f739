import numpy as np
from scipy.optimize import check_grad
from sklearn.linear_model import LinearRegression

from tests.snippets.load import load

program = load("beginner/gradient-descent")


def test_descent_reaches_the_least_squares_fit_of_scikit_learn():
    fit = LinearRegression().fit(program["X"][:, 1:], program["y"])
    w = program["descend"](program["X"], program["y"], learning_rate=0.4, steps=400)
    np.testing.assert_allclose(w, [fit.intercept_, *fit.coef_], atol=1e-9)


def test_gradient_agrees_with_scipy():
    rng = np.random.default_rng(0)
    X, y, w = rng.normal(size=(9, 3)), rng.normal(size=9), rng.normal(size=3)
    assert check_grad(program["loss"], program["gradient"], w, X, y) < 1e-6
    numerical = program["numerical_gradient"](w, X, y)
    np.testing.assert_allclose(numerical, program["gradient"](w, X, y), atol=1e-8)
