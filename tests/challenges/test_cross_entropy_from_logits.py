import numpy as np
import pytest
from scipy.optimize import approx_fprime
from scipy.special import log_softmax

from tests.challenges.load import load

cross_entropy = load("cross-entropy-from-logits")
rng = np.random.default_rng(0)
LABELS = rng.integers(0, 5, size=7)


def mean_loss(logits):
    return -log_softmax(logits.reshape(7, 5), axis=1)[np.arange(7), LABELS].mean()


@pytest.mark.parametrize("scale", [1, 30, 1000])
def test_the_loss_is_that_of_scipy(scale):
    logits = scale * rng.normal(size=(7, 5))
    loss, _ = cross_entropy(logits.tolist(), LABELS.tolist())
    assert loss == pytest.approx(mean_loss(logits), abs=1e-12)


def test_the_gradient_is_that_of_finite_differences():
    logits = rng.normal(size=(7, 5))
    _, gradient = cross_entropy(logits.tolist(), LABELS.tolist())
    numeric = approx_fprime(logits.ravel(), mean_loss, 1e-7)
    assert np.ravel(gradient) == pytest.approx(numeric, abs=1e-6)
