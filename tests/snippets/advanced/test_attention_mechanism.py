import numpy as np
import pytest
import scipy.special
from numpy.testing import assert_allclose

from tests.snippets.load import load

attention = load("advanced/attention-mechanism")["attention"]


def tokens(n=6, d_k=4, d_v=3):
    random = np.random.default_rng(0)
    return random.normal(size=(n, d_k)), random.normal(size=(n, d_k)), random.normal(size=(n, d_v))


def test_without_mask_agrees_with_scipys_softmax():
    Q, K, V = tokens()
    output, weights = attention(Q[:2], K, V)
    expected = scipy.special.softmax(Q[:2] @ K.T / 2, axis=1)
    assert_allclose(weights, expected)
    assert_allclose(output, expected @ V)


def test_with_a_causal_mask_each_token_attends_to_its_past_only():
    Q, K, V = tokens()
    output, _ = attention(Q, K, V, causal=True)
    for i in range(len(Q)):
        past, _ = attention(Q[i : i + 1], K[: i + 1], V[: i + 1])
        assert_allclose(output[i], past[0])


@pytest.mark.parametrize("seed", [1, 2])
def test_without_mask_permuting_the_tokens_permutes_the_output(seed):
    Q, K, V = tokens()
    order = np.random.default_rng(seed).permutation(len(Q))
    output, _ = attention(Q, K, V)
    permuted, _ = attention(Q[order], K[order], V[order])
    assert_allclose(permuted, output[order])
