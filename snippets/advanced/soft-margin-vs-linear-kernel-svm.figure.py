"""Two choices, four machines: linear or RBF kernel, soft or hard margin, on the same rows."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, show
from sklearn.datasets import make_moons
from sklearn.svm import SVC

X, y = make_moons(40, noise=0.1, random_state=0)
across, up = np.meshgrid(np.linspace(-1.5, 2.5, 60), np.linspace(-1.1, 1.6, 60))

fig, axs = plt.subplots(2, 2, figsize=(4.8, 4.2))
for row, kernel in enumerate(("linear", "rbf")):
    for column, (margin, C) in enumerate((("soft, C = 1", 1), ("hard", 1e6))):
        ax = axs[row, column]
        for label, color, marker in ((0, BLUE, "o"), (1, ORANGE, "^")):
            ax.scatter(*X[y == label].T, s=16, color=color, marker=marker)
        if kernel == "linear" and margin == "hard":
            ax.text(0.5, -0.85, "no such line exists", ha="center", color=INK)
        else:
            f = SVC(kernel=kernel, C=C, gamma=1).fit(X, y).decision_function
            score = f(np.column_stack([across.ravel(), up.ravel()])).reshape(across.shape)
            ax.contour(across, up, score, [0], colors=[INK], linewidths=1.8)
            ax.contour(across, up, score, [-1, 1], colors=[MUTED], linewidths=1, linestyles="--")
        ax.set_title(f"{'RBF' if kernel == 'rbf' else kernel} kernel, {margin}", size=10)
        ax.set(xticks=[], yticks=[], xlim=(-1.5, 2.5), ylim=(-1.1, 1.6))
show(fig)
