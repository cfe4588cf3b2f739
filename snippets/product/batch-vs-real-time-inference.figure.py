"""The cost of a used prediction in batch and online against the share of predictions used."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show

KEYS = 1_000_000_000
used = np.logspace(-3, 0, 400)
batch = KEYS / 2000 / 3600 * 0.50 / (KEYS * used) * 1e6
servers = np.ceil(KEYS * used / 86_400 * 4 / 100) + 1
online = servers * 24 * 0.10 / (KEYS * used) * 1e6

fig, ax = axes(height=3.1)
ax.plot(used * 100, batch, color=BLUE)
ax.plot(used * 100, online, color=ORANGE, linestyle="--")
ax.text(0.25, 33, "batch: pays for all", color=BLUE)
ax.text(0.11, 0.62, "online:\npays for\nthe peak", color=ORANGE, va="center")
ax.axvline(6.25, color=MUTED, linestyle=":", linewidth=1.2)
ax.text(7, 12, "6.25%: equal,\nbut for the spare", color=MUTED, va="center")
ax.set(
    xscale="log",
    yscale="log",
    xlabel="share of the precomputed predictions that are used, %",
    ylabel="dollars per million used",
)
ax.set_xticks([0.1, 1, 10, 100], ["0.1", "1", "10", "100"])
ax.set_yticks([0.1, 1, 10, 100], ["0.1", "1", "10", "100"])
show(fig)
