"""Impurity importance against permutation importance on held-out rows, for six features."""

import re
from pathlib import Path

from figure import BLUE, INK, ORANGE, plt, show

lines = Path(__file__).with_name("feature-selection.out").read_text().splitlines()
rows = [re.match(r"(.{10})(.+)", line).groups() for line in lines[1:7]]
names = [name.strip() for name, _ in rows]
values = [[float(v) for v in numbers.split()] for _, numbers in rows]

fig, axs = plt.subplots(1, 2, figsize=(4.8, 3.0), sharey=True)
for ax, column, color, title in [
    (axs[0], 2, ORANGE, "impurity, training"),
    (axs[1], 3, BLUE, "permutation, held out"),
]:
    scores = [value[column] for value in values]
    ax.barh(names, scores, color=color, height=0.6)
    for y, score in enumerate(scores):
        ax.text(max(score, 0) + 0.02 * max(scores), y, f"{score:.2f}", va="center")
    ax.axvline(0, color=INK, linewidth=0.8)
    ax.set(title=title, xticks=[], xlim=(min(0, *scores), 1.3 * max(scores)))
    ax.spines["bottom"].set_visible(False)
axs[0].invert_yaxis()
show(fig)
