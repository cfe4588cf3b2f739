"""A representation learned on twenty source tasks, used for a related and for a distant task."""

# --8<-- [start:methods]
import numpy as np


def ridge(X, y, penalty=1.0):
    return np.linalg.solve(X.T @ X + penalty * np.eye(X.shape[1]), X.T @ y)


def pretrain(tasks, size):
    """The directions that the weights of many tasks share: a linear encoder, (d, size)."""
    weights = np.column_stack([ridge(X, y) for X, y in tasks])
    return np.linalg.svd(weights)[0][:, :size]


def r2(y, predicted):
    return 1 - np.mean((y - predicted) ** 2) / np.var(y)


# --8<-- [end:methods]
# --8<-- [start:use]
rng = np.random.default_rng(0)
shared = np.linalg.qr(rng.normal(size=(50, 3)))[0]  # what the source tasks have in common


def task(n, weights):
    X = rng.normal(size=(n, 50))
    return X, X @ weights + rng.normal(0, 0.3, n)


encoder = pretrain([task(1000, shared @ rng.normal(size=3)) for _ in range(20)], size=3)

related = shared @ np.array([1.0, -1.0, 1.0])
distant = rng.normal(0, np.sqrt(3 / 50), 50)
print("task     rows  from scratch  linear probe")
for name, weights in ("related", related), ("distant", distant):
    X_test, y_test = task(10_000, weights)
    for rows in (20, 2000):
        X, y = task(rows, weights)
        scratch = r2(y_test, X_test @ ridge(X, y))
        probe = r2(y_test, X_test @ encoder @ ridge(X @ encoder, y))
        print(f"{name}  {rows:4}  {scratch:12.2f}  {probe:12.2f}")
# --8<-- [end:use]
