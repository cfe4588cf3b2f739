"""Bias² and variance of one unstable model under several remedies, over 12 training sets."""

import numpy as np
from sklearn.datasets import make_friedman1
from sklearn.ensemble import RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor

# --8<-- [start:measure]
SETS, NOISE = 12, 2.0  # noise variance 4
X_new, truth = make_friedman1(200, 10, random_state=0)


def predictions(model, n):
    """For each training set of n rows, the predictions of each of the model's trees."""
    fits = []
    for seed in range(1, SETS + 1):
        X, y = make_friedman1(n, 10, noise=NOISE, random_state=seed)
        model.set_params(random_state=seed).fit(X, y)
        fits.append([tree.predict(X_new) for tree in getattr(model, "estimators_", [model])])
    return np.array(fits)  # (sets, trees, new points)


def bias2_variance(fits):
    """Over the sets, then averaged; what scatter adds to the squared error of a mean is removed."""
    variance = np.var(fits, axis=0, ddof=1).mean()
    return np.mean((np.mean(fits, axis=0) - truth) ** 2) - variance / SETS, variance


# --8<-- [end:measure]
# --8<-- [start:use]
def tree(leaf):
    return DecisionTreeRegressor(min_samples_leaf=leaf)


def bag(features, trees=10):  # features tried at each split: all 10 is plain bagging
    return RandomForestRegressor(trees, max_features=features)


fits = {
    "full tree": predictions(tree(1), 150),
    "  4 times the rows": predictions(tree(1), 600),
    "  leaves of 8 or more": predictions(tree(8), 150),
    "  leaves of 50 or more": predictions(tree(50), 150),
    "bagging, 1 tree": (bagged := predictions(bag(10), 150)),
    "bagging, 10 trees": bagged.mean(axis=1),
    "forest, 1 tree": (forest := predictions(bag(3), 150)),
    "forest, 10 trees": forest.mean(axis=1),
}
print("                      bias²  variance  + noise")
for name, fit in fits.items():
    bias2, variance = bias2_variance(fit)
    print(f"{name:22}{bias2:5.1f}{variance:10.1f}{bias2 + variance + NOISE**2:9.1f}")
# --8<-- [end:use]
