"""Moving the threshold instead of resampling, and a leak that makes noise look learnable."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, confusion_matrix, recall_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

# --8<-- [start:cost]
MISS, REVIEW = 200, 5  # dollars for each missed fraud and for each flagged payment
rng = np.random.default_rng(0)


def payments(n):
    """Features X: (n, 2) and labels y: (n,) of payments, 2% of them fraud."""
    y = np.repeat([0, 1], [n - n // 50, n // 50])
    return rng.normal(loc=1.5 * y[:, None], size=(n, 2)), y


def report(name, y, flagged):
    """Print the confusion matrix and what it costs."""
    tn, fp, fn, tp = confusion_matrix(y, flagged).ravel()
    cost = MISS * fn + REVIEW * (tp + fp)
    print(f"{name:17}{tp:4}{fn:5}{fp:6}{tn:6}{cost:8,}")


(X, y), (X_test, y_test) = payments(20_000), payments(10_000)
plain = LogisticRegression().fit(X, y).predict_proba(X_test)[:, 1]
balanced = LogisticRegression(class_weight="balanced").fit(X, y).predict_proba(X_test)[:, 1]

print("model, threshold   TP   FN    FP    TN dollars")
report("flag nothing", y_test, np.zeros_like(y_test))
report("plain, 0.5", y_test, plain >= 0.5)
report(f"plain, {REVIEW / MISS:g}", y_test, plain >= REVIEW / MISS)
report("plain, 0.02", y_test, plain >= y.mean())
report("balanced, 0.5", y_test, balanced >= 0.5)
print(f"mean probability: plain {plain.mean():.3f}, balanced {balanced.mean():.3f}")
print(f"ROC-AUC: plain {roc_auc_score(y_test, plain):.3f}", end=", ")
print(f"average precision {average_precision_score(y_test, plain):.3f}")
# --8<-- [end:cost]


# --8<-- [start:leak]
def oversample(X, y):
    """Repeat random positives until both classes are equally large."""
    extra = rng.choice(np.flatnonzero(y), size=np.sum(y == 0) - np.sum(y == 1))
    rows = np.r_[np.arange(len(y)), extra]
    return X[rows], y[rows]


noise, label = rng.normal(size=(4_000, 5)), np.repeat([0, 1], [3_800, 200])
tree = DecisionTreeClassifier(random_state=0)

A, B, a, b = train_test_split(*oversample(noise, label), random_state=0)
print(f"\nrecall on noise, oversampled first: {recall_score(b, tree.fit(A, a).predict(B)):.2f}")
A, B, a, b = train_test_split(noise, label, stratify=label, random_state=0)
inside = tree.fit(*oversample(A, a)).predict(B)
print(f"recall on noise, training part only: {recall_score(b, inside):.2f}")
# --8<-- [end:leak]
