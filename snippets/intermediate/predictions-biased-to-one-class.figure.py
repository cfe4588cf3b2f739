"""The scores of both classes, and the two cuts of the page's confusion matrices."""

import random
from math import exp, log

from figure import BLUE, INK, MUTED, ORANGE, plt, show

rng = random.Random(11)
y = [rng.random() < 0.10 for _ in range(2_000)]
x = [rng.gauss(1.2 * t, 1) for t in y]
p = [1 / (1 + exp(-(1.2 * v - 0.72 + log(0.10 / 0.90)))) for v in x]

fig, axs = plt.subplots(2, 1, figsize=(4.8, 3.6), sharex=True)
for ax, positive, color, name in [
    (axs[0], False, BLUE, "negatives"),
    (axs[1], True, ORANGE, "positives"),
]:
    scores = [s for s, t in zip(p, y, strict=True) if t == positive]
    ax.hist(scores, bins=40, range=(0, 1), color=color)
    ax.axvline(0.5, color=INK, linestyle="--", linewidth=1.4)
    ax.axvline(0.10, color=INK, linestyle=":", linewidth=1.8)
    right, below = sum(s >= 0.5 for s in scores), len(scores)
    ax.text(
        0.98,
        0.72,
        f"{below:,} {name}",
        transform=ax.transAxes,
        ha="right",
        color=color,
        weight="bold",
    )
    ax.text(
        0.98, 0.5, f"{right} of them above 0.5", transform=ax.transAxes, ha="right", color=MUTED
    )
    ax.set(xlim=(0, 1))
axs[1].set(xlabel="score")
axs[0].set_title("cut 0.10 (dotted) and 0.5 (dashed)")
show(fig)
