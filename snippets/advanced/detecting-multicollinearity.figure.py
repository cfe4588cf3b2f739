"""The variance inflation factor against R² of a feature on the others."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show

r2 = np.linspace(0, 0.9985, 400)

fig, ax = axes()
ax.plot(r2, 1 / (1 - r2), color=BLUE)
ax.axhline(10, color=MUTED, linestyle="--", linewidth=1.2)
ax.text(0.02, 11.5, "above 10: usually called serious", color=MUTED)
ax.axhline(1, color=MUTED, linestyle=":", linewidth=1.2)
ax.text(0.98, 1.12, "1: no collinearity", color=MUTED, ha="right")
for value, text, offset in [
    (0.5625, "two features,\nr = 0.75: VIF 2.3", (-92, 10)),
    (5 / 5.01, "the total: VIF 501", (-112, -3)),
]:
    ax.plot(value, 1 / (1 - value), "o", color=ORANGE, markersize=6)
    ax.annotate(text, (value, 1 / (1 - value)), offset, textcoords="offset points")
ax.set_yscale("log")
ax.set_yticks([1, 2, 5, 10, 100, 1000], ["1", "2", "5", "10", "100", "1,000"])
ax.minorticks_off()
ax.set(xlabel="R² of the feature on all the others", ylabel="VIF (log scale)")
ax.set(xlim=(0, 1.02), ylim=(0.85, 1000))
show(fig)
