from math import exp, sqrt


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, causal=False):
    """Self-attention with several heads, each on its own slice of the projected columns."""
    d = len(W_q)
    if d % heads:
        raise ValueError(f"{heads} heads can't share {d} columns equally")
    size = d // heads
    Q, K, V = product(X, W_q), product(X, W_k), product(X, W_v)
    joined = [[] for _ in X]
    for start in range(0, d, size):
        q, k, v = ([row[start : start + size] for row in M] for M in (Q, K, V))
        for row, found in zip(joined, attention(q, k, v, causal), strict=True):
            row += found
    return product(joined, W_o)


def attention(Q, K, V, causal):
    """softmax(QK^T / sqrt(d)) V, row by row."""
    rows = []
    for i, q in enumerate(Q):
        seen = i + 1 if causal else len(K)
        scores = [dot(q, k) / sqrt(len(q)) for k in K[:seen]]
        largest = max(scores)
        weights = [exp(score - largest) for score in scores]
        total = sum(weights)
        rows.append([dot(weights, column[:seen]) / total for column in zip(*V, strict=True)])
    return rows


def product(A, B):
    return [[dot(row, column) for column in zip(*B, strict=True)] for row in A]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
