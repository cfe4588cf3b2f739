"""Data drift and concept drift for a model that predicts 1 above a fixed cut-off."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, GRID, INK, MUTED, ORANGE, show
from scipy.stats import norm

x = np.linspace(-3.2, 4.2, 400)
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 4.2), sharex=True)

top.set_title("data drift: x moves, the rule holds", loc="left")
top.plot(x, norm.pdf(x), color=MUTED, linestyle="--")
top.text(-1.35, 0.27, "training", color=MUTED, ha="right")
top.plot(x, norm.pdf(x, 1), color=BLUE)
top.text(2.25, 0.27, "today", color=BLUE)
top.text(0.1, 0.47, "cut-off = true boundary", color=INK, va="center")

bottom.set_title("concept drift: x stays, the rule moves", loc="left")
bottom.plot(x, norm.pdf(x), color=BLUE)
bottom.text(-1.35, 0.27, "training\nand today", color=BLUE, ha="right")
wrong = (x >= 0) & (x <= 0.8)
bottom.fill_between(x[wrong], norm.pdf(x[wrong]), color=GRID)
bottom.axvline(0.8, color=ORANGE, linestyle=":")
bottom.text(0.9, 0.47, "true boundary now", color=ORANGE, va="center")
bottom.text(-0.1, 0.47, "cut-off", color=INK, ha="right", va="center")
bottom.text(0.4, 0.12, "wrong", color=INK, ha="center")

for ax in (top, bottom):
    ax.axvline(0, color=INK, linewidth=1.4)
    ax.set(ylim=(0, 0.52), yticks=[])
    ax.spines["left"].set_visible(False)
bottom.set_xlabel("feature x")
show(fig)
