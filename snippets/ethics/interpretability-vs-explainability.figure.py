"""How the importance of debt seems to vanish when the same debt is recorded twice."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, ORANGE, PURPLE, axes, show

program = Path(__file__).with_name("interpretability-vs-explainability.py")
with contextlib.redirect_stdout(io.StringIO()):
    losses = runpy.run_path(str(program))["losses"]

bars = [
    ("debt", losses[2, "debt"], BLUE),
    ("late", losses[2, "late"], ORANGE),
    None,
    ("debt", losses[3, "debt"], BLUE),
    ("debt_2", losses[3, "debt_2"], BLUE),
    ("late", losses[3, "late"], ORANGE),
    ("debt and debt_2", losses["both"], PURPLE),
]

fig, ax = axes(4.8, 3.1)
for row, bar in enumerate(bars):
    if bar:
        ax.barh(row, bar[1], color=bar[2], height=0.62)
        ax.text(bar[1] + 0.004, row, f"{bar[1]:.2f}", va="center")
for row, title in [(-0.75, "two columns"), (2.25, "three columns, two of them the same debt")]:
    ax.text(0.001, row, title, va="center", style="italic")
rows = [row for row, bar in enumerate(bars) if bar]
ax.set_yticks(rows, [bars[row][0] for row in rows])
ax.set(ylim=(6.5, -1.15), xlim=(0, 0.26), xlabel="forest's loss of AUC when shuffled")
ax.tick_params(axis="y", length=0)
show(fig)
