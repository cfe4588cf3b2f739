"""Where each estimator loses two informative columns as their unit grows."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, GREEN, INK, MUTED, ORANGE, axes, show
from sklearn.model_selection import cross_val_score

with contextlib.redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("scaling-in-scikit-learn.py")))
X, y, models = program["X"], program["y"], program["models"]

exponents = [k / 2 for k in range(0, 19)]
styles = {
    "k-NN": (ORANGE, "-", 0.25, 0.60, "k-NN"),
    "logistic": (GREEN, "--", 2.1, 0.60, "logistic"),
    "Gaussian NB": (BLUE, "-.", 2.95, 0.70, "Gaussian NB"),
    "tree": (INK, ":", 5.8, 0.78, "tree"),
}
fig, ax = axes()
ax.axhline(0.5, color=MUTED, linewidth=1)
for name, (color, line, left, height, label) in styles.items():
    scores = [
        cross_val_score(models[name], X * [10.0**-k, 10.0**-k, 1], y).mean() for k in exponents
    ]
    ax.plot(exponents, scores, color=color, linestyle=line)
    ax.text(left, height, label, color=color)
ax.set_xticks(range(0, 10), [f"$10^{{-{k}}}$" if k else "1" for k in range(0, 10)])
ax.set(xlabel="informative columns multiplied by", ylabel="accuracy", ylim=(0.42, 0.88))
show(fig)
