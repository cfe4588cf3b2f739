"""One matrix of three kinds of tickets, shared out by rows and by columns."""

import runpy
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import matplotlib.pyplot as plt
from figure import BLUE, INK, MUTED, show

with redirect_stdout(StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("confusion-matrix.py")))
classes = program["classes"]

fig, panels = plt.subplots(2, 1, figsize=(4.8, 5.2))
titles = ["of each actual class (rows add up to 100)", "of each prediction (columns add up to 100)"]
for ax, title, shares in zip(
    panels, titles, (program["recall"], program["precision"]), strict=True
):
    for i, row in enumerate(shares):
        for j, share in enumerate(row):
            ax.add_patch(plt.Rectangle((j, i), 1, 1, fc=BLUE, alpha=0.1 + 0.4 * share, ec="none"))
            weight = "bold" if i == j else "normal"
            ax.text(
                j + 0.5, i + 0.5, f"{100 * share:.1f}%", ha="center", va="center", weight=weight
            )
    ax.set(xlim=(0, 3), ylim=(3, 0), ylabel="actual")
    ax.set_xticks([0.5, 1.5, 2.5], classes)
    ax.set_yticks([0.5, 1.5, 2.5], classes)
    ax.set_title(title, loc="left", color=INK)
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.xaxis.label.set_color(MUTED)
panels[1].set_xlabel("predicted", color=INK)
show(fig)
