"""How well four models rank, and how even their approval rates are."""

import runpy
from pathlib import Path

from figure import BLUE, MUTED, axes, show

audit = runpy.run_path(str(Path(__file__).with_name("credit-scoring-fairness.py")))["audit"]
base = ["debt", "late"]
models = {
    "debt, late": (base, (9, 0), "left"),
    "with tenure": ([*base, "tenure"], (-9, 0), "right"),
    "with area": ([*base, "area"], (-9, -14), "left"),
    "with both": ([*base, "tenure", "area"], (9, 12), "right"),
}
fig, ax = axes(4.8, 3.1)
for label, (names, offset, side) in models.items():
    auc, ratio, _, fnr = audit(names)
    ax.plot(auc, ratio, marker="o", markersize=7, color=BLUE)
    text = f"{label}: FNR of B {fnr:.2f}"
    ax.annotate(text, (auc, ratio), offset, textcoords="offset points", ha=side, va="center")
ax.axhline(0.8, color=MUTED, linestyle="--", linewidth=1.2, zorder=0)
ax.text(0.7725, 0.803, "four fifths", color=MUTED, va="bottom")
ax.set(xlim=(0.7722, 0.7838), ylim=(0.77, 0.90), xlabel="AUC on new applicants")
ax.set_xticks([0.774, 0.776, 0.778, 0.780, 0.782])
ax.set_ylabel("approval rate of B over that of A")
show(fig)
