"""Scaled dot-product attention with a causal mask, on three tokens."""

import numpy as np


# --8<-- [start:attention]
def softmax(scores):
    """Row by row; subtracting the largest score keeps exp from overflowing."""
    exp = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exp / exp.sum(axis=-1, keepdims=True)


def attention(Q, K, V, causal=False):
    """Q: (m, d_k), K: (n, d_k), V: (n, d_v) -> output (m, d_v), weights (m, n)."""
    scores = Q @ K.T / np.sqrt(K.shape[-1])
    if causal:  # row i may look at columns 0 to i only
        future = np.triu(np.ones(scores.shape, dtype=bool), k=1)
        scores = np.where(future, -np.inf, scores)
    weights = softmax(scores)
    return weights @ V, weights


# --8<-- [end:attention]
# --8<-- [start:use]
Q = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [2, 2, 0, 0]])
K = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0]])
V = np.array([[10, 0], [0, 10], [10, 10]])

np.set_printoptions(precision=3, floatmode="fixed")
for causal in (True, False):
    output, weights = attention(Q, K, V, causal)
    print("causal mask:" if causal else "no mask:")
    for i in range(3):
        print(f"token {i + 1}: weights {weights[i]} output {output[i]}")
# --8<-- [end:use]
