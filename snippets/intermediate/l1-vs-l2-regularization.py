"""L1, L2 and both together: exact zeros, shrinkage, and two near-identical features."""

import numpy as np


# --8<-- [start:solver]
def soft_threshold(z, t):
    """Moves z toward zero by t, and stops at zero."""
    return np.sign(z) * np.maximum(np.abs(z) - t, 0)


def elastic_net(X, y, l1, l2, sweeps=3000):
    """Minimizes ‖y − Xw‖²/2 + l1·‖w‖₁ + l2·‖w‖²/2 over w, one weight at a time.

    X: (n, d), y: (n,). l2 = 0 is the lasso, l1 = 0 is ridge regression.
    """
    w = np.zeros(X.shape[1])
    for _ in range(sweeps):
        for j, x in enumerate(X.T):
            rest = y - X @ w + x * w[j]  # what the other weights leave unexplained
            w[j] = soft_threshold(x @ rest, l1) / (x @ x + l2)
    return w


# --8<-- [end:solver]
# --8<-- [start:use]
def show(label, w):
    """Adding 0.0 turns -0.0 into 0.0."""
    print(f"{label:<14}", *(f"{v + 0.0:7.3f}" for v in np.round(w, 3)))


print("orthonormal features, least squares (3, 1.2, -0.4)")
X, y = np.eye(3), np.array([3, 1.2, -0.4])
show("  L1", elastic_net(X, y, l1=1, l2=0))
show("  L2", elastic_net(X, y, l1=0, l2=1))

a, b = np.array([1.0, 1, -1, -1]), np.array([1.0, -1, 1, -1])
twins = np.column_stack([a + 0.1 * b, a - 0.1 * b])
print(f"twins, correlation {np.corrcoef(twins.T)[0, 1]:.2f}")
for noise in (0.4, -0.4):
    y = 3 * a + noise * b
    print(f"noise {noise:+.1f}")
    show("  least squares", np.linalg.lstsq(twins, y)[0])
    show("  L1", elastic_net(twins, y, l1=1, l2=0))
    show("  L2", elastic_net(twins, y, l1=0, l2=1))
    show("  both", elastic_net(twins, y, l1=1, l2=1))
# --8<-- [end:use]
