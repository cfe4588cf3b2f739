"""Four causes of the same gap, told apart by three extra measurements."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

rng = np.random.default_rng(0)


# --8<-- [start:cause]
def draw(wrong=0.0):
    """1,000 rows of five features; the first two decide, a share of the labels is wrong."""
    X = rng.normal(50, 10, (1_000, 5))
    y = X[:, 0] + X[:, 1] + rng.normal(0, 4, 1_000) > 100
    return X, y ^ (rng.random(1_000) < wrong)


def measure(cause):
    noise = 0.15 if cause == "overfitting" else 0
    (X, y), (X_held, y_held) = draw(noise), draw(noise)
    X_val, y_val = draw(0.25 if cause == "wrong labels" else noise)
    if cause == "other site":
        X_val[:, 0] += 12  # its device reads 12 units more
    scale = StandardScaler().fit(X).transform
    val_scale = (lambda X: X / 100) if cause == "evaluation bug" else scale
    model = DecisionTreeClassifier(random_state=0) if noise else LogisticRegression()
    model.fit(scale(X), y)
    both, source = scale(np.vstack([X, X_val])), np.repeat([0, 1], 1_000)
    tell_apart = cross_val_score(LogisticRegression(), both, source, scoring="roc_auc")
    return (
        model.score(scale(X), y),
        model.score(val_scale(X_val), y_val),
        model.score(val_scale(X), y),
        model.score(scale(X_held), y_held),
        tell_apart.mean(),
    )


# --8<-- [end:cause]
# --8<-- [start:use]
print("                train  valid | train by  held-out  source")
print("                             | val code     train     AUC")
for cause in ("overfitting", "other site", "evaluation bug", "wrong labels"):
    train, valid, by_val, held, auc = measure(cause)
    print(f"{cause:15}{train:6.2f} {valid:6.2f} |{by_val:9.2f} {held:9.2f} {auc:7.2f}")
# --8<-- [end:use]
