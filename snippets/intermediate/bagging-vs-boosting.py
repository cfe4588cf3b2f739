"""Bagging and boosting from scratch: bias² and variance over 20 training sets."""

import numpy as np
from sklearn.datasets import make_friedman1
from sklearn.tree import DecisionTreeRegressor


# --8<-- [start:ensembles]
def grow(X, y, max_depth=None):
    """The prediction function of a regression tree. X is float32: no checks, to save time."""
    tree = DecisionTreeRegressor(max_depth=max_depth, random_state=0)
    tree.fit(X, y, check_input=False)
    return lambda X: tree.predict(X, check_input=False)


def bagging(X, y, X_new, trees, rng):
    """Mean of the first 1, 2, … deep trees, each from a bootstrap sample: (trees, m)."""
    predictions = []
    for _ in range(trees):
        rows = rng.integers(len(y), size=len(y))  # n rows, drawn with replacement
        predictions.append(grow(X[rows], y[rows])(X_new))
    return np.cumsum(predictions, axis=0) / np.arange(1, trees + 1)[:, None]


def boosting(X, y, X_new, trees, rate=0.2):
    """Sum of the first 1, 2, … shallow trees, each fitted to the residuals: (trees, m)."""
    fitted, prediction, path = y.mean(), y.mean(), []
    for _ in range(trees):
        predict = grow(X, y - fitted, max_depth=2)
        fitted = fitted + rate * predict(X)
        prediction = prediction + rate * predict(X_new)
        path.append(prediction)
    return np.array(path)


# --8<-- [end:ensembles]
# --8<-- [start:use]
sets, n, sigma = 20, 100, 3.0
rng = np.random.default_rng(0)
X_new, truth = make_friedman1(200, 5, random_state=0)  # no noise
X_new = X_new.astype(np.float32)
runs = {"bagging": [], "boosting": []}
for seed in range(1, sets + 1):
    X, y = make_friedman1(n, 5, noise=sigma, random_state=seed)
    X = X.astype(np.float32)
    runs["bagging"].append(bagging(X, y, X_new, 50, rng))
    runs["boosting"].append(boosting(X, y, X_new, 150))

print("          trees  bias²  variance    sum")
for name, shown in ("bagging", (1, 10, 50)), ("boosting", (1, 10, 50, 150)):
    variance = np.var(runs[name], axis=0, ddof=1).mean(axis=1)
    # The mean of `sets` runs still varies by variance / sets: that part is not bias.
    bias2 = ((np.mean(runs[name], axis=0) - truth) ** 2).mean(axis=1) - variance / sets
    for trees in shown:
        b, v = bias2[trees - 1], variance[trees - 1]
        print(f"{name:8}{trees:7}{b:7.2f}{v:10.2f}{b + v:7.2f}")
# --8<-- [end:use]
