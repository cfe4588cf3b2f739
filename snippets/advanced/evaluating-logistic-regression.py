"""A logistic regression judged four ways: likelihood, ranking, calibration, coefficients."""

import numpy as np
from scipy import stats
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# --8<-- [start:fit]
def fit(A, y, steps=20):
    """Maximum likelihood by Newton's method: coefficients and their covariance. A: (n, k)."""
    w = np.zeros(A.shape[1])
    for _ in range(steps):
        p = sigmoid(A @ w)
        information = A.T @ (A * (p * (1 - p))[:, None])
        w = w + np.linalg.solve(information, A.T @ (y - p))
    return w, np.linalg.inv(information)


def log_likelihood(y, p):
    return np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


# --8<-- [end:fit]
# --8<-- [start:data]
def sample(n, rng):
    A = np.column_stack([np.ones(n), rng.normal(size=(n, 2))])
    return A, (rng.random(n) < sigmoid(A @ [-1.5, 1.0, 0.0])).astype(float)


rng = np.random.default_rng(0)
A, y = sample(500, rng)
A_test, y_test = sample(5000, rng)
# --8<-- [end:data]
# --8<-- [start:use]
w, covariance = fit(A, y)
null, full = log_likelihood(y, np.full(500, y.mean())), log_likelihood(y, sigmoid(A @ w))
lr = 2 * (full - null)
print(f"deviance {-2 * full:.1f}, null {-2 * null:.1f}, AIC {-2 * full + 2 * 3:.1f}")
print(f"likelihood ratio {lr:.1f}, p < 0.001: {stats.chi2.sf(lr, 2) < 0.001}")
print(f"McFadden {1 - full / null:.3f}")
for j in (1, 2):
    half = 1.96 * np.sqrt(covariance[j, j])
    low, odds, high = np.exp(w[j] + np.array([-half, 0, half]))
    print(f"odds ratio {j}: {odds:.2f}, from {low:.2f} to {high:.2f}")

print("on new data: AUC, log loss, Brier score, calibration slope")
for name, factor in (("as fitted", 1), ("logits doubled", 2)):
    z = factor * (A_test @ w)
    p = sigmoid(z)
    slope = fit(np.column_stack([np.ones(5000), z]), y_test)[0][1]
    loss, brier = log_loss(y_test, p), brier_score_loss(y_test, p)
    print(f"  {roc_auc_score(y_test, p):.3f} {loss:.3f} {brier:.3f} {slope:.2f} {name}")
# --8<-- [end:use]
