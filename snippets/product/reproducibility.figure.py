"""The accuracies of one recipe under twenty seeds, with their mean and its 95% interval."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

from figure import BLUE, GRID, MUTED, ORANGE, axes, show
from scipy.stats import t

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("reproducibility.py")))
accuracy, error = program["accuracy"], program["error"]
center = sum(accuracy) / len(accuracy)
margin = t.ppf(0.975, len(accuracy) - 1) * error

fig, ax = axes(height=2.7)
ax.axhspan(center - margin, center + margin, color=GRID)
ax.axhline(center, color=MUTED, linestyle="--", linewidth=1.2)
ax.plot(accuracy, color=BLUE, marker="o", markersize=5, linestyle="none")
best = max(range(len(accuracy)), key=accuracy.__getitem__)
ax.plot(best, accuracy[best], color=ORANGE, marker="D", markersize=8, linestyle="none")
ax.text(best - 0.5, accuracy[best] + 0.008, "what gets published", color=ORANGE, ha="right")
ax.text(1.6, center - margin - 0.018, "mean, 95% interval", color=MUTED)
ax.set(xlabel="seed", ylabel="test accuracy", xticks=range(0, 20, 5), ylim=(0.55, 0.83))
show(fig)
