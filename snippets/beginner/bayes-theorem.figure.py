"""The probability of disease after a positive test, against the prevalence."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show

sensitivity = 0.99
prevalence = np.logspace(-4, np.log10(0.9), 300)


def predictive_value(prevalence, specificity):
    tp, fp = sensitivity * prevalence, (1 - specificity) * (1 - prevalence)
    return tp / (tp + fp)


fig, ax = axes()
for specificity, color, style, label, place in [
    (0.95, BLUE, "-", "specificity\n95%", (0.075, 0.40)),
    (0.999, ORANGE, "--", "specificity\n99.9%", (0.00014, 0.42)),
]:
    ax.plot(prevalence, predictive_value(prevalence, specificity), color=color, linestyle=style)
    ax.text(*place, label, color=color)
    at = predictive_value(0.01, specificity)
    ax.plot(0.01, at, "o", color=color, markersize=5)
    ax.annotate(f"{at:.1%}", (0.01, at), (-5, 5), textcoords="offset points", ha="right")
ax.axvline(0.01, color=MUTED, linestyle=":", linewidth=1.2)
ax.set_xscale("log")
ax.set_xticks([0.0001, 0.001, 0.01, 0.1, 0.5], ["0.01%", "0.1%", "1%", "10%", "50%"])
ax.minorticks_off()
ax.set(xlabel="prevalence (log scale)", ylabel="P(sick | positive)", ylim=(0, 1.03))
show(fig)
