"""Training, cross-validated and new-data accuracy along the cost-complexity path."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, axes, show

with redirect_stdout(io.StringIO()):
    g = runpy.run_path(str(Path(__file__).with_name("decision-tree-pruning.py")))
alphas, accuracy, error = g["alphas"], g["accuracy"], g["error"]
best, simplest = g["best"], g["simplest"]
trees = [g["tree"](alpha).fit(g["X"], g["y"]) for alpha in alphas]
training = [tree.score(g["X"], g["y"]) for tree in trees]
new = [tree.score(g["X_new"], g["y_new"]) for tree in trees]

fig, ax = axes(height=3.3)
x = np.maximum(alphas, 0.0018)  # room for alpha = 0 on a log axis
ax.axhline(0.85, color=MUTED, linestyle=":", linewidth=1.2)
ax.text(0.0165, 0.858, "best possible: 0.85", color=MUTED)
ax.plot(x, training, color=ORANGE, linestyle="--", drawstyle="steps-mid")
ax.plot(x, new, color=GREEN, linestyle="-.", drawstyle="steps-mid")
ax.fill_between(x, accuracy - error, accuracy + error, color=BLUE, alpha=0.15, linewidth=0)
ax.plot(x, accuracy, color=BLUE)
for i, name in [(best, "9 leaves"), (simplest, "7")]:
    ax.plot(x[i], accuracy[i], "o", color=BLUE)
    ax.annotate(name, (x[i], accuracy[i]), (0, -24), textcoords="offset points", ha="center")
ax.text(0.0021, 1.01, "training rows", color=ORANGE)
ax.text(0.0021, 0.742, "new rows", color=GREEN)
ax.text(0.0021, 0.6, "ten folds ± one standard error", color=BLUE)
ax.set(xscale="log", xlabel="alpha (stronger pruning to the right)", ylabel="accuracy")
ax.set(ylim=(0.58, 1.05))
ax.set_xticks([0.002, 0.005, 0.01, 0.02, 0.05], ["0.002", "0.005", "0.01", "0.02", "0.05"])
ax.minorticks_off()
show(fig)
