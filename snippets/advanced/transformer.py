"""A transformer block in NumPy: its parameters, and what it knows of word order."""

import numpy as np

d, heads, n = 64, 4, 10
rng = np.random.default_rng(0)
shapes = {"Q": (d, d), "K": (d, d), "V": (d, d), "O": (d, d), "up": (d, 4 * d), "down": (4 * d, d)}
W = {name: rng.normal(0, shape[0] ** -0.5, shape) for name, shape in shapes.items()}


# --8<-- [start:block]
def normalize(X):
    """Layer normalization of each token, without its learned scale and shift."""
    return (X - X.mean(-1, keepdims=True)) / X.std(-1, keepdims=True)


def attention(X, W, heads, causal):
    """X: (n, d) -> (n, d); the only place where tokens exchange information."""
    n, d = X.shape
    Q, K, V = ((X @ W[k]).reshape(n, heads, -1).swapaxes(0, 1) for k in "QKV")
    scores = Q @ K.swapaxes(1, 2) / np.sqrt(d / heads)  # (heads, n, n)
    if causal:
        scores += np.triu(np.full((n, n), -np.inf), k=1)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    return (weights @ V).swapaxes(0, 1).reshape(n, d) @ W["O"]


def block(X, W, heads, causal=False):
    X = X + attention(normalize(X), W, heads, causal)
    return X + np.maximum(normalize(X) @ W["up"], 0) @ W["down"]  # each token alone


# --8<-- [end:block]
# --8<-- [start:use]
size = {name: w.size for name, w in W.items()}
feed_forward = size["up"] + size["down"]
print(f"feed-forward: {feed_forward} of {sum(size.values())} weights")

X, positions = rng.normal(size=(2, n, d))
order = rng.permutation(n)
for name, P, causal in [("none", 0, 0), ("added", positions, 0), ("none, causal mask", 0, 1)]:
    straight = block(X + P, W, heads, causal)[order]
    shuffled = block(X[order] + P, W, heads, causal)
    print(f"positions {name}: order matters: {not np.allclose(straight, shuffled)}")
# --8<-- [end:use]
