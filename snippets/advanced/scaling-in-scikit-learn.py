"""Five estimators when the unit of a column changes, and with a scaler in front."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

# --8<-- [start:data]
rng = np.random.default_rng(0)
y = np.arange(600) % 2
X = rng.normal(size=(600, 3))  # the third column is noise
X[:, 0] += np.where(y, 0.8, -0.8)
X[:, 1] += np.where(y, 0.6, -0.6)

units = {
    "as drawn": X,
    "noise × 1e6": X * [1, 1, 1e6],
    "rest × 1e-9": X * [1e-9, 1e-9, 1],
}
models = {
    "k-NN": KNeighborsClassifier(15),
    "SVC, RBF": SVC(),
    "logistic": LogisticRegression(max_iter=1_000),
    "Gaussian NB": GaussianNB(),
    "tree": DecisionTreeClassifier(max_depth=3, random_state=0),
}
# --8<-- [end:data]

# --8<-- [start:use]
print(" " * 12, *(f"{unit:>11}" for unit in units))
for scaler in (None, StandardScaler()):
    print("raw" if scaler is None else "in a pipeline with StandardScaler")
    for name, model in models.items():
        estimator = make_pipeline(scaler, model)
        scores = [cross_val_score(estimator, Z, y).mean() for Z in units.values()]
        print(f"{name:12}", *(f"{score:11.2f}" for score in scores))
# --8<-- [end:use]
