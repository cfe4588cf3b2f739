"""Where a tree and a logistic regression change their minds, for two kinds of truth."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, MUTED, ORANGE, show
from sklearn.linear_model import LogisticRegression
from sklearn.tree import DecisionTreeClassifier

rng = np.random.default_rng(0)
X = rng.uniform(-2, 2, (800, 2))
grid = np.linspace(-2, 2, 161)
points = np.array([(a, b) for b in grid for a in grid])
truths = {
    "log-odds a plane": 1.5 * X[:, 0] + 1.5 * X[:, 1],
    "log-odds by quadrant": np.where(X[:, 0] * X[:, 1] > 0, 2.0, -2.0),
}

fig, panels = plt.subplots(1, 2, figsize=(4.8, 3.1), sharey=True)
for ax, (title, log_odds) in zip(panels, truths.items(), strict=True):
    y = (rng.random(len(X)) < 1 / (1 + np.exp(-log_odds))).astype(int)
    ax.plot(*X[y == 1][:150].T, "+", color=MUTED, markersize=4, markeredgewidth=0.8)
    ax.plot(*X[y == 0][:150].T, "o", color=MUTED, markersize=2.4, markerfacecolor="none")
    tree = DecisionTreeClassifier(min_samples_leaf=40, random_state=0)
    for model, color, style in [(tree, ORANGE, "-"), (LogisticRegression(), BLUE, "--")]:
        p = model.fit(X, y).predict_proba(points)[:, 1].reshape(161, 161)
        ax.contour(grid, grid, p, [0.5], colors=color, linestyles=style, linewidths=2)
    ax.set(title=title, xlabel="x1", xticks=[-2, 0, 2], yticks=[-2, 0, 2], aspect="equal")
panels[0].set_ylabel("x2")
fig.supxlabel("solid: tree; dashed: logistic regression", fontsize=10.5)
show(fig)
