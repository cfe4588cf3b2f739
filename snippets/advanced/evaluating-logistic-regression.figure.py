"""Reliability curves of one model as fitted and with doubled logits."""

import runpy
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show

with redirect_stdout(StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("evaluating-logistic-regression.py")))
z, y = program["A_test"] @ program["w"], program["y_test"]

fig, ax = axes(height=3.6)
ax.plot([0, 0.7], [0, 0.7], color=MUTED, linestyle="--", linewidth=1.2)
for factor, color, marker, label, place in (
    (1, BLUE, "o", "as fitted", (0.43, 0.35)),
    (2, ORANGE, "s", "logits doubled", (0.04, 0.34)),
):
    p = program["sigmoid"](factor * z)
    groups = np.array_split(np.argsort(p), 10)  # ten groups of 500 rows
    ax.plot([p[g].mean() for g in groups], [y[g].mean() for g in groups], color=color)
    ax.plot([p[g].mean() for g in groups], [y[g].mean() for g in groups], marker, color=color)
    ax.text(*place, label, color=color)
ax.set(
    xlabel="mean prediction in the group", ylabel="share of positives", xlim=(0, 0.7), ylim=(0, 0.7)
)
show(fig)
