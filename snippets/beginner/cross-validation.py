"""Cross-validation on pure noise, with feature selection outside and inside the folds."""

import numpy as np


# --8<-- [start:model]
def best_features(X, y, count):
    """The columns that correlate most with y."""
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    return np.argsort(-np.abs(Z.T @ (y - y.mean())))[:count]


def predict(X_train, y_train, X_test):
    """The class whose mean is nearest."""
    distance = [np.linalg.norm(X_test - X_train[y_train == c].mean(axis=0), axis=1) for c in (0, 1)]
    return np.argmin(distance, axis=0)


# --8<-- [end:model]
# --8<-- [start:cv]
def cross_validate(X, y, k, inside, rng):
    """The k accuracies; select 20 features in each fold, or once on all rows."""
    scores = []
    chosen = best_features(X, y, 20)
    for test in np.array_split(rng.permutation(len(y)), k):
        train = np.setdiff1d(np.arange(len(y)), test)
        if inside:
            chosen = best_features(X[train], y[train], 20)
        guess = predict(X[np.ix_(train, chosen)], y[train], X[np.ix_(test, chosen)])
        scores.append(np.mean(guess == y[test]))
    return scores


# --8<-- [end:cv]
# --8<-- [start:use]
rng = np.random.default_rng(0)
outside, inside = [], []
for _ in range(100):  # 100 data sets in which the features say nothing about the label
    X, y = rng.normal(size=(50, 1_000)), np.repeat([0, 1], 25)
    outside.append(np.mean(cross_validate(X, y, 5, False, rng)))
    inside.append(np.mean(cross_validate(X, y, 5, True, rng)))
print(f"selected on all rows:      accuracy {np.mean(outside):.2f}")
print(f"selected inside each fold: accuracy {np.mean(inside):.2f}")
# --8<-- [end:use]
