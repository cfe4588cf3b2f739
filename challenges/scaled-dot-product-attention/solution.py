from math import exp, sqrt


def attention(Q, K, V, mask=None, causal=False):
    """Scaled dot-product attention; a query that may look at no key gets zeros."""
    rows = []
    for i, q in enumerate(Q):
        seen = [j for j in range(len(K)) if (mask is None or mask[i][j]) and (not causal or j <= i)]
        nothing = [0.0] * len(V[0])
        rows.append(looked_up(q, [K[j] for j in seen], [V[j] for j in seen]) if seen else nothing)
    return rows


def looked_up(q, keys, values):
    """The mean of the values, weighted by the softmax of the scaled scores of their keys."""
    scores = [sum(a * b for a, b in zip(q, k, strict=True)) / sqrt(len(q)) for k in keys]
    largest = max(scores)  # of the keys that are seen: a masked one must not count
    weights = [exp(score - largest) for score in scores]
    total = sum(weights)
    return [
        sum(w * v for w, v in zip(weights, column, strict=True)) / total
        for column in zip(*values, strict=True)
    ]
