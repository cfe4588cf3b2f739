"""Gini impurity, half the entropy, and error of a node, against its share of one class."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
from figure import BLUE, GREEN, ORANGE, axes, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("decision-tree-splitting.py")))
gini, entropy, error = (program[name] for name in ("gini", "entropy", "error"))

shares = np.linspace(0, 1, 101)
nodes = [(p, 1 - p) for p in shares]
fig, ax = axes(height=3)
ax.plot(shares, [entropy(node) / 2 for node in nodes], color=BLUE, linestyle="-.")
ax.plot(shares, [gini(node) for node in nodes], color=ORANGE)
ax.plot(shares, [error(node) for node in nodes], color=GREEN, linestyle="--")
ax.text(0.2, 0.415, "entropy / 2", color=BLUE, ha="right")
line = {"arrowstyle": "-", "color": ORANGE}
ax.annotate("Gini", (0.78, gini((0.78, 0.22))), (0.9, 0.41), color=ORANGE, arrowprops=line)
ax.text(0.8, 0.13, "error", color=GREEN, ha="right")
ax.set(xlabel="share of one of two classes in the node", ylabel="impurity", ylim=(0, 0.55))
show(fig)
