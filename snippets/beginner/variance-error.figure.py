"""Regression trees refitted to eight training sets: fully grown, and with large leaves."""

import numpy as np
from figure import BLUE, INK, ORANGE, plt, show
from sklearn.tree import DecisionTreeRegressor

rng = np.random.default_rng(1)
n, sigma = 60, 0.5
x = (np.arange(n) + 0.5) / n
truth = np.sin(5 * x)
samples = truth + rng.normal(0, sigma, (8, n))
grid = np.linspace(0, 1, 601)

fig, panels = plt.subplots(2, 1, figsize=(4.8, 4.6), sharex=True, sharey=True)
for ax, leaf, title in [
    (panels[0], 1, "fully grown: variance 0.25"),
    (panels[1], 12, "at least 12 points a leaf: less variance, more bias"),
]:
    for y in samples:
        tree = DecisionTreeRegressor(min_samples_leaf=leaf).fit(x[:, None], y)
        ax.plot(grid, tree.predict(grid[:, None]), color=BLUE, linewidth=0.9, alpha=0.75)
    ax.plot(grid, np.sin(5 * grid), color=ORANGE, linestyle="--", linewidth=2.4)
    ax.set_title(title, color=INK, loc="left")
    ax.set(ylabel="prediction", ylim=(-2.4, 2.6), xlim=(0, 1))
panels[0].text(0.98, 1.75, "blue: eight trees", color=BLUE, ha="right")
panels[1].text(0.98, 1.75, "dashed: the truth", color=ORANGE, ha="right")
panels[1].set_xlabel("x")
show(fig)
