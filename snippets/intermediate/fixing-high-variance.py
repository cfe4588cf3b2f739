"""Bias² and variance of one unstable model under several remedies, over 20 training sets."""

import numpy as np
from sklearn.datasets import make_friedman1
from sklearn.ensemble import RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor

# --8<-- [start:measure]
SETS, NOISE = 20, 2.0  # noise variance 4
X_new, truth = make_friedman1(200, 10, random_state=0)


def bias2_variance(model, n):
    """Means over 200 new points; the average of 20 fits has an error of its own: subtracted."""
    fits = []
    for seed in range(1, SETS + 1):
        X, y = make_friedman1(n, 10, noise=NOISE, random_state=seed)
        fits.append(model.set_params(random_state=seed).fit(X, y).predict(X_new))
    variance = np.var(fits, axis=0, ddof=1).mean()
    return np.mean((np.mean(fits, axis=0) - truth) ** 2) - variance / SETS, variance


# --8<-- [end:measure]
# --8<-- [start:use]
def tree(leaf):
    return DecisionTreeRegressor(min_samples_leaf=leaf)


def bag(trees, features):  # features tried at each split: all 10 is plain bagging
    return RandomForestRegressor(trees, max_features=features)


print("                      bias²  variance  + noise")
for name, model, n in [
    ("full tree", tree(1), 150),
    ("  4 times the rows", tree(1), 600),
    ("  leaves of 8 or more", tree(8), 150),
    ("  leaves of 50 or more", tree(50), 150),
    ("bagging, 1 tree", bag(1, 10), 150),
    ("bagging, 25 trees", bag(25, 10), 150),
    ("forest, 1 tree", bag(1, 3), 150),
    ("forest, 25 trees", bag(25, 3), 150),
]:
    bias2, variance = bias2_variance(model, n)
    print(f"{name:22}{bias2:5.1f}{variance:10.1f}{bias2 + variance + NOISE**2:9.1f}")
# --8<-- [end:use]
