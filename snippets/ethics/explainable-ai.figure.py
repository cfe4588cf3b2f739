"""Where exact Shapley values ask a model for its score: on the data, and far from them."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, ORANGE, axes, show

with contextlib.redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("explainable-ai.py")))
model, seen = program["model_2"], program["seen"]

fig, ax = axes(4.8, 3.4)
ax.plot(*zip(*seen, strict=True), color=BLUE, marker="o", markersize=9, linestyle="none")
mixed = [(3, late) for _, late in seen[:3]] + [(debt, 3) for debt, _ in seen[:3]]
ax.plot(
    *zip(*mixed, strict=True),
    color=ORANGE,
    marker="s",
    markersize=9,
    linestyle="none",
    fillstyle="none",
)
for debt, late in [*seen, *mixed]:
    ax.annotate(f"{model(debt, late)}", (debt, late), (8, -4), textcoords="offset points")
ax.text(1.15, 0.55, "filled: seen in training", color=BLUE)
ax.text(0.1, 2.35, "hollow: mixtures that\nnobody has ever been", color=ORANGE, va="center")
ax.set(xlim=(-0.25, 3.6), ylim=(-0.3, 3.4), xlabel="debt", ylabel="late payments")
ax.set_xticks(range(4))
ax.set_yticks(range(4))
show(fig)
