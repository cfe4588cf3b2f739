"""Variance inflation factors, where no pair of features correlates strongly."""

from itertools import product

import numpy as np
from scipy import stats


# --8<-- [start:vif]
def fit(X, y):
    """Least squares with an intercept: weights, their standard errors, R². X: (n, d)."""
    A = np.column_stack([np.ones(len(y)), X])
    inverse = np.linalg.inv(A.T @ A)
    w = inverse @ A.T @ y
    rss = ((y - A @ w) ** 2).sum()
    errors = np.sqrt(rss / (len(y) - A.shape[1]) * np.diag(inverse))
    return w[1:], errors[1:], 1 - rss / ((y - y.mean()) ** 2).sum()


def vif(X):
    """1 / (1 - R²) of each column, regressed on all the others: (d,)."""
    r2 = [fit(np.delete(X, j, axis=1), X[:, j])[2] for j in range(X.shape[1])]
    return 1 / (1 - np.array(r2))


# --8<-- [end:vif]
# --8<-- [start:data]
# Sixteen weeks, standardized. The columns a, b, c, d and their products are uncorrelated.
a, b, c, d = np.array(list(product([-1.0, 1.0], repeat=4))).T
channels = np.column_stack([a, b, c, d, a * b])  # spending on five channels
total = channels.sum(axis=1) + 0.1 * c * d  # reported with a small error
sales = total + a * c  # depend on the total, and on chance
X = np.column_stack([channels, total])
# --8<-- [end:data]


# --8<-- [start:use]
def show(label, values):
    """Adding 0.0 turns -0.0 into 0.0."""
    print(f"{label:<10}", *(f"{v + 0.0:6.2f}" for v in np.round(values, 2)))


r = np.corrcoef(X.T)
print(f"largest correlation {np.abs(r - np.eye(6)).max():.3f}")
show("VIF", vif(X))
eigenvalues, vectors = np.linalg.eigh(r)  # ascending
print(f"condition number {np.sqrt(eigenvalues[-1] / eigenvalues[0]):.1f}")
show("tied to it", vectors[:, 0] ** 2 / eigenvalues[0] / vif(X))

for label, features in (("with the total", X), ("without it", channels)):
    w, errors, r2 = fit(features, sales)
    k, rest = features.shape[1], len(sales) - features.shape[1] - 1
    f = r2 / k / ((1 - r2) / rest)
    print(f"{label}: R² {r2:.4f}, F {f:.3f}, p {stats.f.sf(f, k, rest):.3f}")
    show("  weights", w)
    show("  t", w / errors)
# --8<-- [end:use]
