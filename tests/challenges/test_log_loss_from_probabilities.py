import numpy as np
import pytest
from sklearn.metrics import log_loss as reference

from tests.challenges.load import load

log_loss = load("log-loss-from-probabilities")


@pytest.mark.parametrize("classes", [2, 3, 10])
@pytest.mark.parametrize("seed", range(5))
def test_loss_is_that_of_scikit_learn(seed, classes):
    rng = np.random.default_rng(seed)
    probabilities = rng.dirichlet(np.ones(classes), size=50)
    labels = rng.integers(0, classes, size=50)
    expected = reference(labels, probabilities, labels=range(classes))
    assert log_loss(labels.tolist(), probabilities.tolist()) == pytest.approx(expected)
