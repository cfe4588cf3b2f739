import numpy as np
import pytest

from tests.challenges.load import load

LoRALinear = load("lora-merge")


@pytest.mark.parametrize(("m", "n", "r"), [(3, 3, 1), (2, 7, 2), (6, 2, 4)])
def test_both_forms_are_the_sum_of_matrices_in_numpy(m, n, r):
    rng = np.random.default_rng(m)
    W, A, B, x = (rng.normal(size=shape) for shape in [(m, n), (r, n), (m, r), n])
    alpha = 8.0
    layer = LoRALinear(W.tolist(), A.tolist(), B.tolist(), alpha)
    total = W + alpha / r * B @ A
    np.testing.assert_allclose(layer.forward(x.tolist()), total @ x)
    layer.merge()
    np.testing.assert_allclose(layer.weight, total)
    np.testing.assert_allclose(layer.forward(x.tolist()), total @ x)
    layer.unmerge()
    np.testing.assert_allclose(layer.weight, W, atol=1e-12)
