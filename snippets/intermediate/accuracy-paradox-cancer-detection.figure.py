"""Accuracy and precision of one test against prevalence, beside always answering "no"."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show

sensitivity, specificity = 297 / 400, 7948 / 9600
prevalence = np.geomspace(0.003, 0.5, 200)


def precision(p):
    return sensitivity * p / (sensitivity * p + (1 - specificity) * (1 - p))


fig, ax = axes(height=3.4)
ax.plot(prevalence, 1 - prevalence, color=MUTED, linestyle="--")
accuracy = sensitivity * prevalence + specificity * (1 - prevalence)
ax.plot(prevalence, accuracy, color=ORANGE, linestyle=(0, (6, 2)))
ax.plot(prevalence, precision(prevalence), color=BLUE)
for p, label, offset in [(0.005, "2.1%", (-4, 8)), (0.04, "15%", (-12, 8)), (0.2, "52%", (-28, 6))]:
    ax.plot(p, precision(p), color=BLUE, marker="o")
    ax.annotate(label, (p, precision(p)), offset, textcoords="offset points", color=BLUE)
ax.text(0.0032, 1.03, 'accuracy of always "no"', color=MUTED)
ax.text(0.0032, 0.74, "accuracy of the test", color=ORANGE)
ax.text(0.14, 0.16, "precision\nof the test", color=BLUE)
ax.set_xscale("log")
ticks = [0.005, 0.02, 0.04, 0.1, 0.2, 0.5]
ax.set_xticks(ticks, ["0.5%", "2%", "4%", "10%", "20%", "50%"])
ax.minorticks_off()
ax.set(xlabel="prevalence (log scale)", ylabel="share", xlim=(0.003, 0.52), ylim=(0, 1.12))
show(fig)
