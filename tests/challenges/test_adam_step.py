import numpy as np
import pytest

from tests.challenges.load import load

adam_step = load("adam-step")


@pytest.mark.parametrize(("beta1", "beta2", "eps"), [(0.9, 0.999, 1e-8), (0.0, 0.5, 0.1)])
def test_a_step_is_made_of_weighted_means_of_all_gradients(beta1, beta2, eps):
    grads = np.random.default_rng(0).normal(size=(30, 3))
    came, m, v = [1.0, 2.0, 3.0], [0.0] * 3, [0.0] * 3
    expected = np.array(came)
    for t in range(1, 31):
        came, m, v = adam_step(came, grads[t - 1].tolist(), m, v, t, 0.1, beta1, beta2, eps)
        age = np.arange(t)[::-1]
        mean = np.average(grads[:t], axis=0, weights=beta1**age)
        square = np.average(grads[:t] ** 2, axis=0, weights=beta2**age)
        expected -= 0.1 * mean / (np.sqrt(square) + eps)
    assert came == pytest.approx(expected)
