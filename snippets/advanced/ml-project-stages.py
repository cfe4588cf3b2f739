"""The stages of a project in small: costs, split, baseline, tuning, slices, one test."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

MISS, FALSE_ALARM = 20, 1


# --8<-- [start:frame]
def cost(malignant, flagged):
    """Mean cost per patient: misses are dear, needless second looks are cheap."""
    misses = malignant & ~flagged
    return np.mean(MISS * misses + FALSE_ALARM * (flagged & ~malignant))


# --8<-- [end:frame]
# --8<-- [start:develop]
X, benign = load_breast_cancer(return_X_y=True)
malignant = benign == 0
X_dev, X_test, y_dev, y_test = train_test_split(
    X, malignant, test_size=0.3, stratify=malignant, random_state=0
)
print(f"rows: {len(y_dev)} to develop, {len(y_test)} to test")
print(f"baseline, flag nobody:    {cost(y_dev, np.zeros_like(y_dev)):.3f}")
print(f"baseline, flag everybody: {cost(y_dev, np.ones_like(y_dev)):.3f}")
rule = min(X_dev[:, 0], key=lambda radius: cost(y_dev, X_dev[:, 0] >= radius))
print(f"baseline, radius >= {rule:.2f}: {cost(y_dev, X_dev[:, 0] >= rule):.3f}")

trials = []
for C in (0.01, 0.1, 1, 10):
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C))
    p = cross_val_predict(model, X_dev, y_dev, cv=5, method="predict_proba")[:, 1]
    trials += [(cost(y_dev, p >= cut), C, cut) for cut in (0.05, 0.1, 0.2, 0.5)]
best, C, cut = min(trials)
print(f"model, C={C}, cut {cut}:      {best:.3f} (cross-validated)")
# --8<-- [end:develop]
# --8<-- [start:finish]
model = make_pipeline(StandardScaler(), LogisticRegression(C=C))
p = cross_val_predict(model, X_dev, y_dev, cv=5, method="predict_proba")[:, 1]
small = X_dev[:, 0] < 15
for name, rows in (("radius < 15", small), ("radius >= 15", ~small)):
    missed = int((y_dev & (p < cut))[rows].sum())
    print(f"{name:12}: {missed} of {y_dev[rows].sum()} malignant missed")

flagged = model.fit(X_dev, y_dev).predict_proba(X_test)[:, 1] >= cut
for name, looks in (("rule", X_test[:, 0] >= rule), ("model", flagged)):
    missed, needless = (y_test & ~looks).sum(), (looks & ~y_test).sum()
    print(f"test, once, {name:5}: cost {cost(y_test, looks):.3f},", end=" ")
    print(f"{missed} of {y_test.sum()} missed, {needless} needless")
# --8<-- [end:finish]
