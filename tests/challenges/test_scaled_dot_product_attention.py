import numpy as np
import pytest
from scipy.special import softmax

from tests.challenges.load import load

attention = load("scaled-dot-product-attention")


@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("scale", [1, 30])
def test_attention_is_that_of_numpy_and_scipy(causal, masked, scale):
    rng = np.random.default_rng(0)
    Q, K, V = rng.normal(size=(5, 4)), scale * rng.normal(size=(7, 4)), rng.normal(size=(7, 3))
    allowed = rng.random((5, 7)) < 0.6 if masked else np.ones((5, 7), bool)
    allowed[:, 0] = True
    seen = allowed & np.tri(5, 7, dtype=bool) if causal else allowed
    weights = softmax(np.where(seen, Q @ K.T / 2, -np.inf), axis=1)
    came = attention(
        Q.tolist(), K.tolist(), V.tolist(), allowed.tolist() if masked else None, causal
    )
    assert np.array(came) == pytest.approx(weights @ V)
