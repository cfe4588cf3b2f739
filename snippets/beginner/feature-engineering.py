"""What a distance adds to coordinates, and what leaking target encodings pretend to add."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.tree import DecisionTreeClassifier

# --8<-- [start:data]
rng = np.random.default_rng(0)
n, test = 4_000, slice(2_000, None)
train = slice(0, 2_000)
X = rng.uniform(0, 1, (n, 4))  # x, y of the pickup; x, y of the drop-off
distance = np.hypot(X[:, 0] - X[:, 2], X[:, 1] - X[:, 3])
late = rng.random(n) < 1 / (1 + np.exp(-8 * (distance - 0.7)))
driver = rng.integers(400, size=n)  # says nothing about the delay


# --8<-- [end:data]
# --8<-- [start:encode]
def encode(driver, fit_driver, fit_late, weight=2):
    """Each driver's share of late trips in the fitting rows, drawn to the mean of all."""
    trips = np.bincount(fit_driver, minlength=400)
    delays = np.bincount(fit_driver, fit_late, minlength=400)
    return ((delays + weight * fit_late.mean()) / (trips + weight))[driver]


def out_of_fold(driver, late, folds=5):
    """Each row encoded by the rows of the other folds."""
    fold = np.arange(len(late)) % folds
    encoded = np.empty(len(late))
    for k in range(folds):
        encoded[fold == k] = encode(driver[fold == k], driver[fold != k], late[fold != k])
    return encoded


# --8<-- [end:encode]
# --8<-- [start:use]
trip = np.column_stack([X, distance])
everything = encode(driver, driver, late)
in_sample = encode(driver, driver[train], late[train])
crossed = np.concatenate([out_of_fold(driver[train], late[train]), in_sample[test]])
for name, features in [
    ("coordinates", X),
    ("+ distance", trip),
    ("+ driver, from all rows", np.column_stack([trip, everything])),
    ("+ driver, in-sample", np.column_stack([trip, in_sample])),
    ("+ driver, out-of-fold", np.column_stack([trip, crossed])),
]:
    line = f"{name:24}"
    for model in (LogisticRegression(), DecisionTreeClassifier(max_depth=5, random_state=0)):
        model.fit(features[train], late[train])
        line += f"  {roc_auc_score(late[test], model.predict_proba(features[test])[:, 1]):.2f}"
    print(line)
# --8<-- [end:use]
