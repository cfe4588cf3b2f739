"""The numbers that five fitted models keep, against the size of the training set."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
from figure import BLUE, GREEN, INK, ORANGE, PURPLE, axes, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("parametric-vs-nonparametric.py")))
sizes = [50, 100, 200, 400, 800, 1_600]
rng = np.random.default_rng(0)
table = [program["kept"](*program["sample"](n, rng)) for n in sizes]

fig, ax = axes(height=3.4)
for name, color, style, marker in [
    ("k-NN", PURPLE, "-", "D"),
    ("SVM, RBF kernel", GREEN, "--", "^"),
    ("decision tree", ORANGE, "-.", "s"),
    ("naive Bayes", INK, "-", "v"),
    ("logistic regression", BLUE, "-", "o"),
]:
    counts = [row[name] for row in table]
    ax.plot(sizes, counts, color=color, linestyle=style, marker=marker, markersize=4)
    ax.text(
        1_850,
        counts[-1],
        name.replace(", RBF", ",\nRBF").replace("ic re", "ic\nre"),
        color=color,
        va="center",
    )
ax.set(xscale="log", yscale="log", xlabel="training rows", ylabel="numbers kept")
ax.set(xlim=(45, 7_500), ylim=(1.8, 8_000))
ax.set_xticks([50, 100, 400, 1_600], ["50", "100", "400", "1,600"])
ax.set_yticks([3, 10, 100, 1_000], ["3", "10", "100", "1,000"])
ax.minorticks_off()
show(fig)
