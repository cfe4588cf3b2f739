"""Two layers trained end to end on exclusive or, with and without a nonlinearity between them."""

import numpy as np

# --8<-- [start:data]
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])  # 1 if exactly one input is 1


# --8<-- [end:data]
# --8<-- [start:train]
def train(nonlinear, hidden=4, steps=4_000, rate=0.2):
    """Outputs of a network of two layers after gradient descent on the mean squared error."""
    rng = np.random.default_rng(0)
    W1, b1 = rng.normal(size=(2, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(size=(hidden, 1)), np.zeros(1)
    for _ in range(steps):
        z = X @ W1 + b1  # (4, hidden)
        h = np.tanh(z) if nonlinear else z  # the representation
        out = h @ W2 + b2  # (4, 1)
        d_out = 2 * (out - y) / len(X)  # backward: the chain rule, layer by layer
        d_z = d_out @ W2.T * (1 - h**2 if nonlinear else 1)
        W2, b2 = W2 - rate * h.T @ d_out, b2 - rate * d_out.sum(axis=0)
        W1, b1 = W1 - rate * X.T @ d_z, b1 - rate * d_z.sum(axis=0)
    return out[:, 0]


# --8<-- [end:train]
# --8<-- [start:use]
for name, nonlinear in (("linear", False), ("tanh", True)):
    out = train(nonlinear)
    outputs = " ".join(f"{abs(value):.2f}" for value in out)
    print(f"{name:6} outputs {outputs}  error {np.mean((out - y[:, 0]) ** 2):.3f}")
# --8<-- [end:use]
