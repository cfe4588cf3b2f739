import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view
from scipy.optimize import approx_fprime

from tests.challenges.load import load

max_pool_backward = load("max-pool-backward")


@pytest.mark.parametrize(("size", "stride"), [(2, 2), (2, 1), (3, 2), (1, 1), (2, 3)])
def test_the_gradient_is_that_of_finite_differences(size, stride):
    rng = np.random.default_rng(size)
    x = rng.permutation(42).reshape(6, 7) / 10  # no ties, and no maximum changes within the step

    def pooled(x):
        windows = sliding_window_view(x.reshape(6, 7), (size, size))[::stride, ::stride]
        return windows.max(axis=(2, 3))

    grad_y = rng.normal(size=pooled(x).shape)
    numeric = approx_fprime(x.ravel(), lambda flat: np.sum(grad_y * pooled(flat)), 1e-6)
    came = max_pool_backward(x.tolist(), grad_y.tolist(), size, stride)
    assert np.ravel(came) == pytest.approx(numeric, abs=1e-6)
