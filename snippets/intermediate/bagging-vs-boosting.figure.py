"""Bias², variance and their sum against the number of trees, for bagging and for boosting."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
from figure import BLUE, ORANGE, PURPLE, plt, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("bagging-vs-boosting.py")))
runs, truth, sets = (program[name] for name in ("runs", "truth", "sets"))

fig, panels = plt.subplots(1, 2, figsize=(4.8, 3.2), sharey=True)
for ax, name in zip(panels, runs, strict=True):
    variance = np.var(runs[name], axis=0, ddof=1).mean(axis=1)
    bias2 = ((np.mean(runs[name], axis=0) - truth) ** 2).mean(axis=1) - variance / sets
    trees = np.arange(1, len(variance) + 1)
    ax.plot(trees, bias2 + variance, color=PURPLE)
    ax.plot(trees, bias2, color=ORANGE, linestyle="--")
    ax.plot(trees, variance, color=BLUE, linestyle="-.")
    ax.set(xscale="log", xlabel="number of trees", title=name, ylim=(0, 25))
    ax.set_xticks([1, 10, 100], ["1", "10", "100"])
bagging, boosting = panels
bagging.set(ylabel="squared error", xlim=(0.9, 60))
bagging.text(3, 14.5, "sum", color=PURPLE)
bagging.text(1.05, 4.1, "bias²", color=ORANGE)
bagging.text(12, 0.7, "variance", color=BLUE)
boosting.text(5, 14.5, "sum", color=PURPLE)
boosting.text(1.2, 13, "bias²", color=ORANGE)
boosting.text(1.2, 2.3, "variance", color=BLUE)
show(fig)
