import numpy as np
import pytest
from scipy.stats import zscore

from tests.challenges.load import load

layer_norm = load("layer-norm")


@pytest.mark.parametrize("shape", [(1, 2), (4, 3), (5, 16)])
def test_layer_norm_is_the_z_score_of_scipy(shape):
    rng = np.random.default_rng(0)
    x, gamma, beta = rng.normal(3, 10, size=shape), *rng.normal(size=(2, shape[1]))
    came = layer_norm(x.tolist(), gamma.tolist(), beta.tolist(), eps=0.0)
    assert np.array(came) == pytest.approx(gamma * zscore(x, axis=1) + beta)
