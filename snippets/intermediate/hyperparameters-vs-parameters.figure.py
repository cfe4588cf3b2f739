"""Nine trials as a grid and at random: how many values of the axis that matters they try."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, GRID, MUTED, ORANGE, show

rng = np.random.default_rng(4443)
axis = np.array([-2.0, 0, 2])
trials = {
    "grid: 3 values of a": np.array([(a, b) for b in axis for a in axis]),
    "random: 9 values of a": rng.uniform(-3, 3, (9, 2)),
}

fig, panels = plt.subplots(1, 2, figsize=(4.8, 2.8), sharey=True)
for ax, (title, points), color in zip(panels, trials.items(), (ORANGE, BLUE), strict=True):
    ax.axvspan(1.1, 1.7, color=GRID, zorder=0)
    ax.plot(*points.T, "o", color=color, clip_on=False)
    ax.plot(points[:, 0], np.full(9, -3.9), "|", color=color, markersize=11, clip_on=False)
    ax.set(title=title, xlabel="exponent of a", xlim=(-3, 3), ylim=(-4.2, 3.4), aspect="equal")
    ax.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2])
panels[0].set_ylabel("exponent of b")
panels[0].text(1.0, 2.7, "good a", color=MUTED, ha="right")
show(fig)
