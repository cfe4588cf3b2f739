import numpy as np
import pytest
from scipy.special import softmax

from tests.challenges.load import load

multi_head_attention = load("multi-head-attention")


@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.parametrize("heads", [1, 2, 3, 6])
def test_multi_head_attention_is_that_of_einsum(heads, causal):
    rng = np.random.default_rng(heads)
    X, W = rng.normal(size=(5, 6)), rng.normal(size=(4, 6, 6))
    Q, K, V = ((X @ w).reshape(5, heads, -1) for w in W[:3])
    scores = np.einsum("ihe,jhe->hij", Q, K) / np.sqrt(6 / heads)
    if causal:
        scores = np.where(np.tri(5, dtype=bool), scores, -np.inf)
    expected = np.einsum("hij,jhe->ihe", softmax(scores, axis=2), V).reshape(5, 6) @ W[3]
    came = multi_head_attention(X.tolist(), *W.tolist(), heads, causal)
    assert np.array(came) == pytest.approx(expected)
