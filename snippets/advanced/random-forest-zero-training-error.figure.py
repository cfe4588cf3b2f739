"""Errors of a forest and of boosting against the number of trees, with 30% of labels flipped."""

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, axes, show
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier

rng = np.random.default_rng(0)


def draw(n, flipped=0.3):
    X = rng.normal(size=(n, 10))
    return X, (X[:, 0] > 0) ^ (rng.random(n) < flipped)


X, y = draw(500)
X_val, y_val = draw(4000)
trees = 300
forest = RandomForestClassifier(trees, random_state=0).fit(X, y)
on_train = np.array([tree.predict_proba(X)[:, 1] for tree in forest.estimators_])
on_val = np.array([tree.predict_proba(X_val)[:, 1] for tree in forest.estimators_])
left_out = np.array([~np.isin(np.arange(500), rows) for rows in forest.estimators_samples_])


def errors(votes, labels, counted=None):
    """Error of the first 1, 2, … trees; `counted` says which tree may vote on which row."""
    counted = np.ones_like(votes) if counted is None else counted
    share = np.cumsum(votes * counted, axis=0) / np.maximum(np.cumsum(counted, axis=0), 1)
    return ((share > 0.5) != labels).mean(axis=1)


boosting = GradientBoostingClassifier(n_estimators=trees, random_state=0).fit(X, y)
boosted = [(p != y_val).mean() for p in boosting.staged_predict(X_val)]

count = np.arange(1, trees + 1)
fig, ax = axes(height=3.5)
ax.axhline(0.3, color=MUTED, linestyle=":", linewidth=1.6)
ax.plot(count, boosted, color=PURPLE, linestyle="--")
ax.plot(count, errors(on_val, y_val), color=ORANGE)
ax.plot(count[24:], errors(on_train, y, left_out)[24:], color=BLUE, linestyle="-.")
ax.plot(count, errors(on_train, y), color=GREEN)
ax.text(1.05, 0.285, "best possible, 0.30", color=MUTED, va="top")
ax.text(300, 0.398, "boosting, validation", color=PURPLE, ha="right")
ax.text(6, 0.396, "forest, validation", color=ORANGE)
ax.text(300, 0.29, "forest, out-of-bag", color=BLUE, ha="right", va="top")
ax.text(9, 0.03, "forest, training", color=GREEN)
ax.set(xscale="log", xlabel="number of trees", ylabel="error", ylim=(-0.01, 0.46))
ax.set_xticks([1, 3, 10, 30, 100, 300], ["1", "3", "10", "30", "100", "300"])
show(fig)
