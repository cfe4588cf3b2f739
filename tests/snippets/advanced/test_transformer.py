import numpy as np
import scipy.special
from numpy.testing import assert_allclose

from tests.snippets.load import load

program = load("advanced/transformer")
X, W, heads = program["X"], program["W"], program["heads"]


def test_attention_agrees_with_one_head_after_the_other():
    d = X.shape[1]
    width = d // heads
    mixed = []
    for h in range(heads):
        Q, K, V = (X @ W[name][:, h * width : (h + 1) * width] for name in "QKV")
        mixed.append(scipy.special.softmax(Q @ K.T / np.sqrt(width), axis=1) @ V)
    expected = np.hstack(mixed) @ W["O"]
    assert_allclose(program["attention"](X, W, heads, causal=False), expected)


def test_a_causal_block_does_not_see_later_tokens():
    whole = program["block"](X, W, heads, causal=True)
    assert_allclose(program["block"](X[:4], W, heads, causal=True), whole[:4])
