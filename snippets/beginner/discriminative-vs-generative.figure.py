"""Error of naive Bayes and of logistic regression against the size of the training set."""

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, axes, show
from scipy.stats import norm
from sklearn.linear_model import LogisticRegression

d, sets = 20, 40
shift = np.full(d, 0.5)  # the distance of the two class means in each feature
shift[1::2] = 0.25
covariance = np.kron(np.eye(d // 2), [[1, 0.5], [0.5, 1]])  # features correlated in pairs
root = np.linalg.cholesky(covariance)
rng = np.random.default_rng(0)


def error(w, b):
    """The exact error rate of the rule w·x + b > 0 on these two normal classes."""
    sd = np.sqrt(w @ covariance @ w)
    return (norm.cdf(b / sd) + norm.cdf(-(w @ shift + b) / sd)) / 2


def naive_bayes(X, y):
    """Normal naive Bayes with one variance per feature: a linear rule, as logistic regression."""
    low, high = X[y == 0].mean(axis=0), X[y == 1].mean(axis=0)
    variance = (X - np.where(y[:, None] == 1, high, low)).var(axis=0)
    w = (high - low) / variance
    return w, -w @ (low + high) / 2


def logistic(X, y, C=1e4):
    """Practically without a penalty, unless C is small."""
    model = LogisticRegression(C=C, solver="newton-cholesky").fit(X, y)
    return model.coef_[0], model.intercept_[0]


def penalized(X, y):
    return logistic(X, y, C=0.1)


sizes = [20, 40, 60, 100, 200, 400, 1_000, 3_000]
errors = {naive_bayes: [], logistic: [], penalized: []}
for n in sizes:
    y = np.arange(n) % 2
    found = {fit: [] for fit in errors}
    for _ in range(sets):
        X = rng.normal(size=(n, d)) @ root.T + y[:, None] * shift
        for fit in errors:
            found[fit].append(error(*fit(X, y)))
    for fit in errors:
        errors[fit].append(np.mean(found[fit]))

fig, ax = axes()
best = np.linalg.solve(covariance, shift)
ax.axhline(error(best, -best @ shift / 2), color=MUTED, linestyle=":", linewidth=1.4)
ax.plot(sizes, errors[penalized], color=GREEN, linewidth=7, alpha=0.35)
ax.plot(sizes, errors[naive_bayes], color=ORANGE, marker="s", markersize=4, linestyle="--")
ax.plot(sizes, errors[logistic], color=BLUE, marker="o", markersize=4)
ax.set_xscale("log")
ax.set_xticks([20, 100, 400, 3_000], ["20", "100", "400", "3,000"])
ax.minorticks_off()
ax.text(45, 0.35, "logistic regression", color=BLUE)
ax.text(420, 0.246, "broad: logistic,\npenalized", color=GREEN)
ax.text(20, 0.24, "naive Bayes", color=ORANGE)
ax.text(20, 0.2, "best possible", color=MUTED)
ax.set(xlabel="training rows", ylabel="error rate", ylim=(0.19, 0.38))
show(fig)
