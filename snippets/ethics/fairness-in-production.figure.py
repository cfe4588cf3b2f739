"""The weekly gap in true-positive rates, and the gap pooled over eight weeks with its lower end."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, MUTED, ORANGE, axes, show

with contextlib.redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("fairness-in-production.py")))
weeks, gap = program["weeks"], program["gap"]

fig, ax = axes(4.8, 3.3)
single = [gap([week])[0] for week in weeks]
ax.plot(range(1, 25), single, color=MUTED, marker="o", markersize=4, linestyle="none")
now = range(8, 25)
pooled = [gap(weeks[n - 8 : n]) for n in now]
ax.plot(now, [d for d, _ in pooled], color=BLUE)
ax.plot(now, [low for _, low in pooled], color=BLUE, linestyle=":")
ax.axhline(0.05, color=ORANGE, linestyle="--", linewidth=1.4)
ax.axvline(12.5, color=MUTED, linewidth=1)
ax.text(12.8, 0.42, "B is harmed", va="center", color=MUTED)
ax.text(24.3, 0.04, "tolerance", color=ORANGE, va="top")
ax.text(24.3, pooled[-1][0], "8 weeks", color=BLUE, va="center")
ax.text(24.3, pooled[-1][1], "lower end", color=BLUE, va="center")
ax.text(1, -0.185, "dots: one week", color=MUTED)
ax.set(xlim=(0, 29.5), ylim=(-0.22, 0.45), xlabel="week", ylabel="TPR of A minus TPR of B")
ax.set_xticks([1, 8, 12, 16, 20, 24])
show(fig)
