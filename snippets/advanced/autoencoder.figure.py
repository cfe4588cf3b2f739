"""What a one-number code can and cannot flag: distance from the line is the only signal."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, PURPLE, axes, show

rng = np.random.default_rng(0)
along, across = rng.normal(size=150), rng.normal(0, 0.2, 150)
normal = np.outer(along, [0.8, 0.6]) + np.outer(across, [-0.6, 0.8])

fig, ax = axes(4.8, 4.0)
ax.set_aspect("equal")
line = np.outer([-3.3, 5.9], [0.8, 0.6])
ax.plot(*line.T, color=MUTED, linewidth=1.3, linestyle="--")
ax.text(1.7, 2.75, "all that the\ndecoder can\nproduce", color=MUTED, ha="right", va="center")
ax.annotate("", (2.9, 2.25), (1.8, 2.6), arrowprops={"arrowstyle": "-|>", "color": MUTED})
ax.plot(*normal.T, color=BLUE, marker="o", markersize=3, linestyle="none")
ax.text(0.6, -0.9, "normal points", color=BLUE)
ax.plot([-0.6, 0], [0.8, 0], color=ORANGE, linewidth=1.8)
ax.plot([-0.6], [0.8], color=ORANGE, marker="X", markersize=9, linestyle="none")
ax.text(-0.9, 0.8, "across:\ndistance 1,\nflagged", color=ORANGE, ha="right", va="center")
ax.plot([4], [3], color=PURPLE, marker="X", markersize=9, linestyle="none")
ax.text(3.7, 2.0, "far along:\ndistance near 0,\nmissed", color=PURPLE, va="top")
ax.set(xlabel="$x_1$", ylabel="$x_2$", xlim=(-3.1, 6.4), ylim=(-2.5, 3.9))
show(fig)
