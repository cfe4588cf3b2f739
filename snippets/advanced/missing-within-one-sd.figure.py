"""Four densities, with the band of one standard deviation around the median."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, GRID, MUTED, show

root = np.sqrt(3)
shapes = [  # title, density, median, share outside; each has standard deviation 1
    ("normal", lambda x: np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi), 0, "31.7%"),
    ("uniform", lambda x: np.where(np.abs(x) <= root, 1 / (2 * root), 0), 0, "42.3%"),
    ("Laplace", lambda x: np.exp(-np.sqrt(2) * np.abs(x)) / np.sqrt(2), 0, "24.3%"),
    ("exponential", lambda x: np.where(x >= 0, np.exp(-np.abs(x)), 0), np.log(2), "18.4%"),
]

fig, panels = plt.subplots(2, 2, figsize=(4.8, 3.7), sharex=True)
for ax, (title, density, median, outside) in zip(panels.flat, shapes, strict=True):
    x = np.linspace(-3.2, 4.2, 371)
    band = np.abs(x - median) <= 1
    ax.fill_between(x[band], density(x)[band], color=GRID)
    ax.plot(x, density(x), color=BLUE, linewidth=1.6)
    ax.plot([median, median], [0, density(np.array(median))], color=MUTED, linestyle="--", lw=1.2)
    ax.set_title(title)
    ax.text(0.97, 0.8, f"outside\n{outside}", transform=ax.transAxes, ha="right", va="center")
    ax.set(yticks=[], xticks=[-2, 0, 2, 4], ylim=(0, None))
    ax.spines["left"].set_visible(False)
for ax in panels[1]:
    ax.set_xlabel("standard deviations")
show(fig)
