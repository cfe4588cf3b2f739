import numpy as np
import pytest
from scipy.optimize import approx_fprime

from tests.challenges.load import load

dense_backward = load("dense-layer-backprop")


@pytest.mark.parametrize(("n", "d", "m"), [(1, 1, 1), (4, 3, 2), (3, 5, 5), (6, 2, 4)])
def test_the_gradients_are_those_of_finite_differences(n, d, m):
    rng = np.random.default_rng(n)
    x, W, b = rng.normal(size=(n, d)), rng.normal(size=(d, m)), rng.normal(size=m)

    def loss(W=W, b=b, x=x):
        return np.sum(np.tanh(x @ W + b))

    grad_y = 1 - np.tanh(x @ W + b) ** 2
    grad_W, grad_b, grad_x = dense_backward(x.tolist(), W.tolist(), grad_y.tolist())
    numeric_W = approx_fprime(W.ravel(), lambda flat: loss(W=flat.reshape(d, m)), 1e-7)
    numeric_b = approx_fprime(b, lambda flat: loss(b=flat), 1e-7)
    numeric_x = approx_fprime(x.ravel(), lambda flat: loss(x=flat.reshape(n, d)), 1e-7)
    assert np.ravel(grad_W) == pytest.approx(numeric_W, abs=1e-5)
    assert grad_b == pytest.approx(numeric_b, abs=1e-5)
    assert np.ravel(grad_x) == pytest.approx(numeric_x, abs=1e-5)
