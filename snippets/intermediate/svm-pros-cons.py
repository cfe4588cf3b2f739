"""Support vector machines: scaling, support vectors under noise, and probabilities."""

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.datasets import load_wine
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

rng = np.random.default_rng(0)


# --8<-- [start:data]
def rings(n, flipped):
    """Class 1 inside a circle; a share of the labels is flipped."""
    X = rng.uniform(-1, 1, (n, 2))
    inside = X[:, 0] ** 2 + X[:, 1] ** 2 < 0.6
    return X, (inside ^ (rng.random(n) < flipped)).astype(int)


# --8<-- [end:data]
# --8<-- [start:use]
X, y = load_wine(return_X_y=True)
for name, model in [("raw", SVC()), ("scaled", make_pipeline(StandardScaler(), SVC()))]:
    print(f"wine, {name:6} features: accuracy {cross_val_score(model, X, y).mean():.2f}")

print("    n   support vectors: clean  10% flipped")
for n in (250, 500, 1000):
    counts = [len(SVC(C=10).fit(*rings(n, flipped)).support_) for flipped in (0, 0.1)]
    print(f"{n:5d} {counts[0]:23d} {counts[1]:12d}")

X, y = rings(1000, 0.1)
X_new, y_new = rings(5000, 0.1)
svm = SVC(C=10).fit(X, y)
squeezed = 1 / (1 + np.exp(-svm.decision_function(X_new)))
platt = CalibratedClassifierCV(SVC(C=10), ensemble=False).fit(X, y)
scores = {"sigmoid of the score": squeezed, "Platt scaling": platt.predict_proba(X_new)[:, 1]}
for name, p in scores.items():
    print(f"Brier score, {name:20} {brier_score_loss(y_new, p):.3f}")
# --8<-- [end:use]
