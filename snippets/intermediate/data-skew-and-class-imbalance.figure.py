"""The same skewed values as they are, standardized, and as logarithms."""

import random
from math import log
from statistics import fmean, pstdev

from figure import BLUE, GREEN, MUTED, ORANGE, plt, show

rng = random.Random(0)
income = [rng.lognormvariate(10, 1) for _ in range(20_000)][10_000:]
mean, deviation = fmean(income), pstdev(income)
panels = [
    ("as it is (thousands)", [v / 1000 for v in income], (0, 200), BLUE),
    ("standardized", [(v - mean) / deviation for v in income], None, ORANGE),
    ("logarithm", [log(v) for v in income], (6, 14), GREEN),
]
panels[1] = (*panels[1][:2], tuple((v * 1000 - mean) / deviation for v in (0, 200)), ORANGE)

fig, axs = plt.subplots(3, 1, figsize=(4.8, 4.6))
for ax, (title, values, limits, color) in zip(axs, panels, strict=True):
    center, spread = fmean(values), pstdev(values)
    skew = abs(round(fmean(((v - center) / spread) ** 3 for v in values), 2))
    ax.hist(values, bins=50, range=limits, color=color)
    ax.set(yticks=[], xlim=limits)
    ax.spines["left"].set_visible(False)
    ax.text(0.98, 0.75, title, transform=ax.transAxes, ha="right", color=color, weight="bold")
    ax.text(0.98, 0.5, f"skewness {skew:.2f}", transform=ax.transAxes, ha="right", color=MUTED)
show(fig)
