"""Expected validation accuracy of the best of k coin-flipping models."""

import runpy
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from figure import BLUE, MUTED, ORANGE, axes, show

with redirect_stdout(StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("preventing-overfitting.py")))
expected_best = program["expected_best"]

ks = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000]
fig, ax = axes(height=3.2)
for n, color, style, at in [(100, BLUE, "-", 40), (1_000, ORANGE, (0, (6, 2)), 1000)]:
    best = [expected_best(k, n) for k in ks]
    ax.plot(ks, best, color=color, linestyle=style)
    ax.text(at, expected_best(at, n) + 0.012, f"validation, {n:,} cases", color=color, ha="right")
ax.axhline(0.5, color=MUTED, linestyle=":", linewidth=1.6)
ax.text(1000, 0.485, "fresh test set: 0.50", color=MUTED, ha="right")
ax.set_xscale("log")
ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
ax.minorticks_off()
ax.set(xlabel="models tried (log scale)", ylabel="accuracy of the winner", ylim=(0.47, 0.68))
show(fig)
