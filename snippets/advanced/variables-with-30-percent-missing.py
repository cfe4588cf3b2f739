"""Drop, impute, indicate or leave to the trees: two columns with 60% missing, measured."""

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# --8<-- [start:data]
rng = np.random.default_rng(0)
n = 4000
X = rng.normal(size=(n, 3))
sick = rng.random(n) < 0.3
y = rng.random(n) < np.where(sick, 0.6, 0.1)  # the outcome
X[:, 0] += 0.5 * sick  # a routine measurement
X[:, 1] += 1.0 * sick  # a test that doctors order when they suspect something
X[rng.random(n) > np.where(sick, 0.8, 0.23), 1] = np.nan
X[rng.random(n) < 0.6, 2] = np.nan  # noise, missing completely at random
# --8<-- [end:data]


# --8<-- [start:options]
def logistic(indicator):
    return make_pipeline(
        SimpleImputer(strategy="median", add_indicator=indicator),
        StandardScaler(),
        LogisticRegression(),
    )


trees = HistGradientBoostingClassifier(max_iter=50, max_depth=3, random_state=0)
options = {
    "drop both": (logistic(False), [0]),
    "drop the noise": (logistic(True), [0, 1]),
    "median only": (logistic(False), [0, 1, 2]),
    "median + indicator": (logistic(True), [0, 1, 2]),
    "trees, no imputation": (trees, [0, 1, 2]),
}
# --8<-- [end:options]
# --8<-- [start:use]
print("missing:", *(f"{share:.0%}" for share in np.isnan(X).mean(axis=0)))
for name, (model, columns) in options.items():
    scores = cross_val_score(model, X[:, columns], y, cv=5, scoring="roc_auc")
    print(f"{name:<21} AUC {scores.mean():.2f}")
# --8<-- [end:use]
