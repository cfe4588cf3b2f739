"""The smallest visible change of two rates against the requests in a slice, with three steps."""

import runpy
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, axes, show

with redirect_stdout(StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("canary-deployment.py")))

n = np.logspace(2.7, 7.3, 200)
fig, ax = axes(height=3.4)
for base, color, style, label, at in [
    (0.05, BLUE, "-", "conversions, 5%", (1.5e5, 0.42)),
    (0.005, ORANGE, "--", "failures, 0.5%", (560, 0.3)),
]:
    seen = [100 * program["visible"](base, m) for m in n]
    ax.plot(n, seen, color=color, linestyle=style)
    steps = [1_000, 20_000, 600_000]
    points = [100 * program["visible"](base, m) for m in steps]
    ax.plot(steps, points, color=color, marker="o", linestyle="none")
    ax.text(*at, label, color=color)
for m, name in [(1_000, "1%\n1 h"), (20_000, "5%\n4 h"), (600_000, "25%\n24 h")]:
    ax.text(m, 6.2, name, color=INK, ha="center", va="center")
ax.axhline(0.05, color=MUTED, linestyle=":", linewidth=1.2)
ax.text(550, 0.034, "1% fewer conversions", color=MUTED, va="center")
ax.set(
    xscale="log",
    yscale="log",
    xlabel="requests in the canary, and as many in the control",
    ylabel="smallest visible change, points",
    ylim=(0.02, 10),
)
ax.set_yticks([0.1, 1, 10], ["0.1", "1", "10"])
show(fig)
