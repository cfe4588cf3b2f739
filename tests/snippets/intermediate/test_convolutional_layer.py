import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.signal import correlate2d

from tests.snippets.load import load

conv2d = load("intermediate/convolutional-layer")["conv2d"]


def by_scipy(x, weight, bias, stride, padding, dilation):
    """The layer as a sum of SciPy's cross-correlations, one for each input channel."""
    holes = np.zeros((dilation, dilation))
    holes[0, 0] = 1
    reach = dilation * (weight.shape[-1] - 1) + 1
    spread = np.kron(weight, holes)[:, :, :reach, :reach]
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    maps = [
        sum(correlate2d(c, w, mode="valid") for c, w in zip(padded, filters, strict=True)) + b
        for filters, b in zip(spread, bias, strict=True)
    ]
    return np.array(maps)[:, ::stride, ::stride]


@pytest.mark.parametrize(
    ("stride", "padding", "dilation"), [(1, 0, 1), (1, 1, 1), (2, 1, 1), (3, 2, 2), (2, 0, 2)]
)
def test_agrees_with_scipy(stride, padding, dilation):
    random = np.random.default_rng(0)
    x, weight, bias = random.normal(size=(3, 9, 8)), random.normal(size=(4, 3, 3, 3)), np.arange(4)
    assert_allclose(
        conv2d(x, weight, bias, stride, padding, dilation),
        by_scipy(x, weight, bias, stride, padding, dilation),
    )
