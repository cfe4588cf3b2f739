"""Test error of three classifiers against the number of training rows."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB

# --8<-- [start:data]
NOISE = 0.4


def draw(n, rng):
    """Ten features: six linear effects, two that interact, two useless ones."""
    X = rng.normal(size=(n, 10))
    interaction = np.sign(X[:, 6]) * np.minimum(1, np.abs(X[:, 7]))
    score = 0.6 * X[:, :6].sum(axis=1) + 2 * interaction
    return X, score + NOISE * rng.normal(size=n) > 0


models = {
    "naive Bayes": GaussianNB(),
    "logistic": LogisticRegression(solver="liblinear"),  # with its default L2 penalty
    "forest": RandomForestClassifier(20, max_features=5, random_state=0),
}


# --8<-- [end:data]
# --8<-- [start:curve]
def errors(n, repeats):
    """Mean test error of each model over training sets of n rows."""
    rng = np.random.default_rng(n)
    X_test, y_test = draw(2_000, rng)
    sets = []
    while len(sets) < repeats:
        X, y = draw(n, rng)
        if 0 < y.mean() < 1:  # both classes present
            sets.append((X, y))
    fits = ([model.fit(X, y).score(X_test, y_test) for X, y in sets] for model in models.values())
    return [1 - np.mean(scores) for scores in fits]


print("  rows", *(f"{name:>12}" for name in models))
for n, repeats in [(10, 24), (30, 12), (100, 8), (300, 4), (1_000, 2), (3_000, 1)]:
    print(f"{n:6,}", *(f"{error:12.2f}" for error in errors(n, repeats)))
# --8<-- [end:curve]
