import numpy as np
import pytest
from sklearn.linear_model import Perceptron

from tests.challenges.load import load

fit = load("perceptron")


@pytest.mark.parametrize("epochs", [1, 2, 5, 40])
def test_the_weights_are_those_of_scikit_learn(epochs):
    random = np.random.default_rng(0)
    X, y = random.normal(size=(30, 3)).round(4), random.choice([-1, 1], size=30)  # inseparable
    weights, intercept, converged = fit(X.tolist(), y.tolist(), epochs)
    reference = Perceptron(shuffle=False, tol=None, max_iter=epochs).fit(X, y)
    assert [*weights, intercept] == pytest.approx([*reference.coef_[0], *reference.intercept_])
    assert not converged


def test_separable_classes_are_separated():
    X = np.random.default_rng(1).normal(size=(50, 3)).round(4)
    X = X[abs(X @ [1, -2, 3] - 0.5) > 0.5]  # a margin
    y = np.sign(X @ [1, -2, 3] - 0.5)
    weights, intercept, converged = fit(X.tolist(), y.tolist(), 1000)
    assert converged
    assert (y * (X @ weights + intercept) > 0).all()
