"""Recall by sex, by age and by both, with 95% intervals: the margins hide one cell."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, MUTED, ORANGE, axes, show

program = Path(__file__).with_name("detecting-bias.py")
with contextlib.redirect_stdout(io.StringIO()):
    audit = runpy.run_path(str(program))

rows = [("man",), ("woman",), None, ("under 50",), ("50 up",), None, *audit["counts"]]
fig, ax = axes(4.8, 3.6)
for y, group in enumerate(rows):
    if group is None:
        continue
    tp, fn, *_ = audit["total"](*group)
    low, high = audit["wilson"](tp, tp + fn)
    harmed = group == ("woman", "50 up")
    color = ORANGE if harmed else BLUE
    ax.plot([low, high], [y, y], color=color, solid_capstyle="butt", linewidth=2.4)
    ax.plot(tp / (tp + fn), y, color=color, marker="D" if harmed else "o", markersize=7)
    ax.text(0.96, y, f"{tp}/{tp + fn}", va="center", ha="left")
tp, fn, *_ = audit["total"]()
ax.axvline(tp / (tp + fn), color=MUTED, linestyle="--", linewidth=1.2, zorder=0)
ax.text(tp / (tp + fn) - 0.01, -0.95, "all together", color=MUTED, ha="right", va="center")
shown = [y for y, group in enumerate(rows) if group]
ax.set_yticks(shown, [", ".join(rows[y]) for y in shown])
ax.set(ylim=(9.6, -1.4), xlim=(0.2, 1.1), xlabel="TPR: share of the qualified who were chosen")
ax.set_xticks([0.2, 0.4, 0.6, 0.8])
ax.tick_params(axis="y", length=0)
show(fig)
