import numpy as np
import pytest
from sklearn.preprocessing import StandardScaler

from tests.challenges.load import load

BatchNorm = load("batch-norm")
rng = np.random.default_rng(0)


def test_a_training_batch_is_standardized_as_in_scikit_learn():
    x = rng.normal(5, 3, size=(8, 4))
    came = BatchNorm(4, eps=0.0)(x.tolist(), training=True)
    assert np.array(came) == pytest.approx(StandardScaler().fit_transform(x))


def test_running_statistics_and_evaluation_are_those_of_numpy():
    norm = BatchNorm(3, eps=0.01, momentum=0.3)
    norm.gamma, norm.beta = [1.0, 2.0, -1.0], [0.0, 5.0, 1.0]
    mean, var = np.zeros(3), np.ones(3)
    for _ in range(5):
        x = rng.normal(2, 3, size=(6, 3))
        norm(x.tolist(), training=True)
        mean = 0.7 * mean + 0.3 * x.mean(axis=0)
        var = 0.7 * var + 0.3 * x.var(axis=0, ddof=1)
    assert norm.running_mean == pytest.approx(mean)
    assert norm.running_var == pytest.approx(var)
    x = rng.normal(size=(2, 3))
    expected = np.array(norm.gamma) * (x - mean) / np.sqrt(var + 0.01) + np.array(norm.beta)
    assert np.array(norm(x.tolist(), training=False)) == pytest.approx(expected)
