"""Accuracy inside the predictive metrics, these inside what performance can mean."""

from figure import BLUE, INK, MUTED, ORANGE, diagram, show
from matplotlib.patches import FancyBboxPatch

fig, ax = diagram(10, 8.6)


def frame(x, y, width, height, color):
    ax.add_patch(
        FancyBboxPatch(
            (x, y),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.15",
            fc="none",
            ec=color,
            lw=1.6,
        )
    )


frame(0.15, 0.15, 9.7, 8.3, MUTED)
ax.text(0.5, 7.85, "Performance", color=INK, weight="bold", va="center")
ax.text(0.5, 7.2, "what the model does to users, money and machines", color=MUTED, va="center")
ax.text(0.5, 6.45, "online: fraud loss, conversion, complaints", va="center")
ax.text(0.5, 5.85, "system: latency, throughput, cost", va="center")
ax.text(0.5, 5.25, "robustness, fairness, explanation", va="center")
frame(0.5, 0.5, 9.0, 4.25, BLUE)
ax.text(0.85, 4.25, "Predictive quality, offline", color=BLUE, weight="bold", va="center")
ax.text(0.85, 3.6, "recall at a precision, PR-AUC, ROC-AUC", va="center")
ax.text(0.85, 3.0, "log loss, calibration, expected cost", va="center")
frame(0.85, 0.85, 8.3, 1.65, ORANGE)
ax.text(1.2, 2.0, "Accuracy", color=ORANGE, weight="bold", va="center")
ax.text(1.2, 1.35, "share of right decisions at one threshold", color=INK, va="center")
show(fig)
