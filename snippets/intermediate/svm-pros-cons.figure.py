"""Hinge loss, logistic loss and the errors they stand in for, against the margin."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show

margin = np.linspace(-3, 3, 601)
fig, ax = axes(height=2.9)
ax.plot(margin, margin <= 0, color=MUTED, linestyle=":")
ax.plot(margin, np.log1p(np.exp(-margin)), color=BLUE, linestyle="--")
ax.plot(margin, np.maximum(0, 1 - margin), color=ORANGE)
ax.text(-1.55, 3.1, "hinge", color=ORANGE)
ax.text(-2.95, 1.68, "logistic", color=BLUE)
ax.text(-2.9, 1.1, "error", color=MUTED)
ax.annotate(
    "hinge is exactly 0:\nrow drops out",
    (1.6, 0.02),
    (0.95, 1.5),
    color=MUTED,
    arrowprops={"arrowstyle": "->", "color": MUTED},
)
ax.set(xlabel="margin: label (−1 or 1) times score", ylabel="loss", ylim=(-0.08, 4.1))
show(fig)
