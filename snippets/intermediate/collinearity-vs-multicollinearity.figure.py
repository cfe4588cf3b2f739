"""Joint 95% confidence regions of two coefficients at three correlations."""

import numpy as np
from figure import BLUE, GREEN, INK, MUTED, ORANGE, axes, show

fig, ax = axes(height=3.9)
t = np.linspace(0, 2 * np.pi, 200)
circle = np.vstack([np.cos(t), np.sin(t)])
for r, color, style in ((0, BLUE, "-"), (0.9, GREEN, "--"), (0.99, ORANGE, ":")):
    V = np.linalg.inv([[1, r], [r, 1]]) / 100  # noise variance 1, 100 rows
    values, vectors = np.linalg.eigh(V)
    edge = vectors @ (np.sqrt(5.991 * values)[:, None] * circle)
    ax.plot(1 + edge[0], 1 + edge[1], color=color, linestyle=style)
ax.plot(1, 1, color=INK, marker="+", markersize=9)
ax.text(1.02, 1.32, "r = 0", color=BLUE)
ax.text(0.1, 1.28, "r = 0.9", color=GREEN, ha="right")
ax.text(-0.1, 2.45, "r = 0.99", color=ORANGE)
ax.text(1.35, 2.1, "the sum is known,\nthe parts are not", color=MUTED)
ax.set(xlabel="first coefficient", ylabel="second coefficient", aspect="equal")
show(fig)
