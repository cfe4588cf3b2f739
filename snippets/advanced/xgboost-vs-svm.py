"""Boosted trees and an RBF support vector machine, tuned on small grids, on the same folds."""

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

# --8<-- [start:data]
rng = np.random.default_rng(0)
table = rng.normal(size=(300, 12))  # columns 4 to 11 are irrelevant
table[:, 0] = np.exp(2 * table[:, 0])  # skewed, like money
rules = ((table[:, 0] > 1) & (table[:, 1] > 0)) | ((table[:, 2] > 0.8) & (table[:, 3] < 0))
ball = rng.normal(size=(300, 10))  # every column matters, smoothly
shell = (ball**2).sum(axis=1) > 9.34  # outside a sphere
# --8<-- [end:data]

# --8<-- [start:models]
boosting = GridSearchCV(
    GradientBoostingClassifier(n_estimators=20, max_features=0.5, random_state=0),
    {"learning_rate": [0.1, 0.3]},
    cv=2,
)
svm = GridSearchCV(
    make_pipeline(StandardScaler(), SVC()), {"svc__C": [1, 10], "svc__gamma": [0.02, 0.1]}, cv=2
)
# --8<-- [end:models]
# --8<-- [start:use]
if __name__ == "__main__":
    folds = StratifiedKFold(3, shuffle=True, random_state=0)
    for name, X, y in [("rules on a table", table, rules), ("smooth sphere", ball, shell)]:
        for kind, model in [("boosting", boosting), ("SVM", svm)]:
            accuracy = cross_val_score(model, X, y, cv=folds)
            print(f"{name}, {kind}: {accuracy.mean():.2f} (folds {accuracy.std(ddof=1):.2f})")
# --8<-- [end:use]
