"""Linear regression by gradient descent, checked against the closed form."""

import numpy as np


# --8<-- [start:descent]
def loss(w, X, y):
    """Half the mean squared error. X: (n, d), y: (n,), w: (d,)."""
    return ((X @ w - y) ** 2).mean() / 2


def gradient(w, X, y):
    """The derivatives of the loss by w: (d,)."""
    return X.T @ (X @ w - y) / len(y)


def descend(X, y, learning_rate, steps):
    """The weights after so many full-batch steps from zero."""
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - learning_rate * gradient(w, X, y)
    return w


# --8<-- [end:descent]
# --8<-- [start:check]
def numerical_gradient(w, X, y, h=1e-5):
    """The same derivatives by central differences, one weight at a time."""
    moves = h * np.eye(len(w))
    return np.array([loss(w + m, X, y) - loss(w - m, X, y) for m in moves]) / (2 * h)


X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])  # ones, then x
y = np.array([1.0, 2.0, 4.0, 7.0])
w = np.array([0.3, -0.7])  # any point but the minimum
difference = np.abs(gradient(w, X, y) - numerical_gradient(w, X, y)).max()
print("gradient check passed:", difference < 1e-7)
# --8<-- [end:check]
# --8<-- [start:use]
exact = np.linalg.lstsq(X, y)[0]
print(f"closed form: w = {exact[0]:.3f}, {exact[1]:.3f}, loss {loss(exact, X, y):.4f}")
for rate in (0.01, 0.4, 0.5):
    for steps in (1, 40):
        w = descend(X, y, rate, steps)
        print(f"rate {rate:.2f}, step {steps:2}: loss {loss(w, X, y):,.4f}")

curvature = np.linalg.eigvalsh(X.T @ X / len(y))  # ascending
print(f"curvatures {curvature[0]:.4f}, {curvature[1]:.4f}")
print(f"limit of the rate {2 / curvature[1]:.3f}")
print(f"condition number {curvature[1] / curvature[0]:.2f}")
# --8<-- [end:use]
