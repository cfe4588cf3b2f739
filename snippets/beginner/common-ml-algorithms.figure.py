"""Accuracy of seven classifiers with raw and with standardized features."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

from figure import BLUE, GRID, ORANGE, axes, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("common-ml-algorithms.py")))
models = program["MODELS"]
results = [program["accuracy"](model) for model in models.values()]

fig, ax = axes(height=3.3)
for row, (raw, scaled) in enumerate(results):
    ax.plot([raw, scaled], [row, row], color=GRID, linewidth=3, zorder=1)
    ax.plot(raw, row, color=ORANGE, marker="s", markersize=8, fillstyle="none", linestyle="none")
    ax.plot(scaled, row, color=BLUE, marker="o", markersize=5, linestyle="none")
ax.text(0.665, 0.55, "raw units", color=ORANGE, ha="center", va="center")
ax.text(0.905, 0.55, "standardized", color=BLUE, ha="center", va="center")
ax.set_yticks(range(len(models)), models)
ax.invert_yaxis()
ax.set(xlabel="accuracy on held-out folds", xlim=(0.6, 1.0))
show(fig)
