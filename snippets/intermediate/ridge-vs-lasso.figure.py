"""Squared error of ridge and lasso at their best strengths, against the number of effects."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

from figure import BLUE, MUTED, ORANGE, axes, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("ridge-vs-lasso.py")))

effects = range(1, 51)
ridge, lasso = zip(*(program["best_risks"](k) for k in effects), strict=True)
fig, ax = axes(height=3)
ax.plot(effects, lasso, color=ORANGE)
ax.plot(effects, ridge, color=BLUE, linestyle="--")
ax.axhline(50, color=MUTED, linestyle=":", linewidth=1.4)
ax.text(50, 51, "least squares: 50", color=MUTED, ha="right")
ax.text(38, 35.5, "lasso", color=ORANGE)
ax.text(38, 20.2, "ridge: 25", color=BLUE)
ax.annotate(
    "lasso better\nup to 11 effects",
    (11.7, 24.9),
    (13.5, 5),
    color=MUTED,
    arrowprops={"arrowstyle": "->", "color": MUTED},
)
ax.set(
    xlabel="number of effects that share the signal, of 50",
    ylabel="total squared error",
    xlim=(0, 51),
    ylim=(0, 56),
)
show(fig)
