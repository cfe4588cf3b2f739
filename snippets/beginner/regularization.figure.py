"""Bias, variance and their sum for one ridge weight, against the strength of the penalty."""

import numpy as np
from figure import BLUE, GREEN, INK, MUTED, ORANGE, axes, show

w, variance = 1.0, 0.5
strength = np.geomspace(0.02, 50, 400)
bias2 = (strength / (1 + strength) * w) ** 2
scatter = variance / (1 + strength) ** 2

fig, ax = axes(height=3.3)
ax.axvline(0.5, color=MUTED, linestyle=":", linewidth=1.2)
ax.semilogx(strength, bias2, color=ORANGE, linestyle="--")
ax.semilogx(strength, scatter, color=BLUE, linestyle="-.")
ax.semilogx(strength, bias2 + scatter, color=GREEN)
ax.plot([0.5], [1 / 3], "o", color=GREEN)
ax.text(0.022, 0.55, "sum", color=GREEN)
ax.text(0.03, 0.33, "variance", color=BLUE)
ax.text(0.13, 0.06, "bias²", color=ORANGE, ha="right")
ax.text(0.44, 0.9, "least: 0.33 at λ = 0.5", color=INK, ha="right")
ax.set(xlabel="strength λ of the penalty", ylabel="expected squared error", ylim=(0, 1.05))
ax.set_xticks([0.1, 1, 10], ["0.1", "1", "10"])
show(fig)
