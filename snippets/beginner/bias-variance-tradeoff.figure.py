"""Bias², variance, training and test error against the degree, over 20,000 training sets."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, axes, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("bias-variance-tradeoff.py")))
degrees = range(9)
bias2, variance, train, test = zip(*map(program["decompose"], degrees), strict=True)

fig, ax = axes(height=3.5)
ax.axhline(program["sigma"] ** 2, color=MUTED, linestyle="--", linewidth=1.2)
for values, color, style, marker in [
    (test, PURPLE, "-", "o"),
    (train, GREEN, "-.", "s"),
    (bias2, ORANGE, "-", "^"),
    (variance, BLUE, "--", "D"),
]:
    ax.plot(degrees, values, color=color, linestyle=style, marker=marker, markersize=4)
ax.text(1.15, 0.49, "test error", color=PURPLE)
ax.text(4.5, 0.197, "training error", color=GREEN)
ax.text(0.1, 0.1, "bias²", color=ORANGE)
ax.text(8, 0.06, "variance", color=BLUE, ha="right")
ax.text(8, 0.262, "noise, 0.25", color=MUTED, ha="right")
ax.set(xlabel="degree of the polynomial", ylabel="squared error", ylim=(-0.02, 0.8))
ax.set_xticks(degrees)
show(fig)
