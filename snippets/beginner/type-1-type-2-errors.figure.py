"""The z statistic if the null is true and if it is false, with alpha and beta as areas."""

from statistics import NormalDist

import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, axes, show

null, true_effect = NormalDist(0, 1), NormalDist(2.5, 1)  # 25 observations, effect 0.5
critical = null.inv_cdf(0.95)

z = np.linspace(-3.2, 5.8, 400)
under_null = np.array([null.pdf(x) for x in z])
under_effect = np.array([true_effect.pdf(x) for x in z])

fig, ax = axes(height=3.3)
right, left = z >= critical, z <= critical
ax.fill_between(z[right], under_null[right], color=ORANGE, alpha=0.45, linewidth=0)
ax.fill_between(
    z[left], under_effect[left], facecolor="none", edgecolor=BLUE, hatch="////", linewidth=0
)
ax.plot(z, under_null, color=ORANGE)
ax.plot(z, under_effect, color=BLUE, linestyle="--")
ax.axvline(critical, color=INK, linewidth=1.2)

ax.text(-0.2, 0.415, "null true", color=ORANGE, ha="center")
ax.text(2.7, 0.415, "null false", color=BLUE, ha="center")
ax.text(critical + 0.15, 0.475, "reject above 1.64")
arrow = {"arrowstyle": "-", "color": MUTED, "lw": 1}
ax.annotate("alpha\n0.05", (2.0, 0.02), (4.9, 0.13), color=ORANGE, ha="center", arrowprops=arrow)
ax.annotate("beta\n0.20", (1.1, 0.06), (-2.4, 0.13), color=BLUE, ha="center", arrowprops=arrow)
ax.set(xlabel="z statistic", ylabel="density", ylim=(0, 0.52), xlim=(-3.2, 5.8))
show(fig)
