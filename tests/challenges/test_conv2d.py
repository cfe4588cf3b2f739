import numpy as np
import pytest
from scipy.signal import correlate

from tests.challenges.load import load

conv2d = load("conv2d")


@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("padding", [0, 1, 2])
@pytest.mark.parametrize("size", [(1, 1), (3, 3), (2, 4), (5, 3)])
def test_conv2d_is_the_correlation_of_scipy(stride, padding, size):
    rng = np.random.default_rng(0)
    image = rng.normal(size=(3, 6, 7))
    kernels = rng.normal(size=(2, 3, *size))
    bias = rng.normal(size=2)
    padded = np.pad(image, [(0, 0), (padding, padding), (padding, padding)])
    maps = [
        correlate(padded, kernel, mode="valid", method="direct")[0, ::stride, ::stride] + b
        for kernel, b in zip(kernels, bias, strict=True)
    ]
    came = conv2d(image.tolist(), kernels.tolist(), bias.tolist(), stride, padding)
    assert np.shape(came) == np.shape(maps)
    assert np.ravel(came) == pytest.approx(np.ravel(maps))
