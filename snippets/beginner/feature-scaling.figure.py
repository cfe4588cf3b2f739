"""Test accuracy of k-NN and of a one-split tree against the factor on one feature."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, INK, MUTED, ORANGE, axes, show

with contextlib.redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("feature-scaling.py")))
X, split = program["X"], program["split"]

factors = [10 ** (k / 4) for k in range(-8, 25)]
stretched = [[(a, b * factor) for a, b in X] for factor in factors]
raw = [program["knn_accuracy"](data) for data in stretched]
scaled = [program["knn_accuracy"](program["standardize"](data, data[:split])) for data in stretched]
stump = [program["stump_accuracy"](data) for data in stretched[::8]]

fig, ax = axes()
ax.set_xscale("log")
ax.axhline(0.5, color=MUTED, linestyle=":", linewidth=1.2)
ax.text(0.011, 0.485, "guessing", color=MUTED, va="top")
ax.plot(factors, raw, color=ORANGE)
ax.plot(factors, scaled, color=BLUE, linestyle="--")
ax.plot(factors[::8], stump, color=INK, linestyle="none", marker="s", markersize=5)
ax.text(70, 0.60, "k-NN, as it comes", color=ORANGE)
ax.text(30, 0.735, "k-NN, standardized first", color=BLUE)
ax.text(30, 0.815, "tree with one split (squares)", color=INK)
ax.set(xlabel="the noise feature is multiplied by", ylabel="test accuracy", ylim=(0.44, 0.86))
show(fig)
