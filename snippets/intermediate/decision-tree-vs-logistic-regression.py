"""Decision trees and logistic regression on two kinds of truth, on the same folds."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures
from sklearn.tree import DecisionTreeClassifier

rng = np.random.default_rng(0)
X = rng.uniform(-2, 2, (800, 2))


# --8<-- [start:truths]
def smooth(X):
    """Log-odds linear in both features."""
    return 1.5 * X[:, 0] + 1.5 * X[:, 1]


def boxes(X):
    """Log-odds 2 in two opposite quadrants, -2 in the others: nothing but an interaction."""
    return np.where(X[:, 0] * X[:, 1] > 0, 2.0, -2.0)


# --8<-- [end:truths]
# --8<-- [start:models]
product = PolynomialFeatures(interaction_only=True, include_bias=False)  # adds x1·x2
models = {
    "logistic": LogisticRegression(),
    "with product": make_pipeline(product, LogisticRegression()),
    "full tree": DecisionTreeClassifier(random_state=0),
    "small tree": DecisionTreeClassifier(min_samples_leaf=40, random_state=0),
}
# --8<-- [end:models]
# --8<-- [start:use]
folds = StratifiedKFold(5, shuffle=True, random_state=0)
for truth in (smooth, boxes):
    chance = 1 / (1 + np.exp(-truth(X)))
    y = (rng.random(len(X)) < chance).astype(int)
    print(f"{truth.__name__:12}   AUC  Brier")
    for name, model in models.items():
        p = cross_val_predict(model, X, y, cv=folds, method="predict_proba")[:, 1]
        print(f"  {name:12} {roc_auc_score(y, p):.2f}   {brier_score_loss(y, p):.2f}")
    best = roc_auc_score(y, chance), brier_score_loss(y, chance)
    print(f"  {'true chance':12} {best[0]:.2f}   {best[1]:.2f}")
# --8<-- [end:use]
