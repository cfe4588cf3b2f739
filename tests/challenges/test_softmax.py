import numpy as np
import pytest
from scipy.special import softmax as reference

from tests.challenges.load import load

softmax = load("softmax")


@pytest.mark.parametrize("scale", [1, 30, 1000])
def test_softmax_is_that_of_scipy(scale):
    scores = scale * np.random.default_rng(0).normal(size=20)
    assert softmax(list(scores)) == pytest.approx(reference(scores), abs=1e-12)
