"""What naive Bayes states against what is true when one feature is entered several times."""

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, axes, show

stated = np.linspace(0.001, 0.999, 999)
log_odds = np.log(stated / (1 - stated))

fig, ax = axes(height=3.4)
for copies, color, style in [(1, MUTED, ":"), (3, BLUE, "-"), (10, ORANGE, "--")]:
    true = 1 / (1 + np.exp(-log_odds / copies))  # the evidence counts once, not `copies` times
    ax.plot(stated, true, color=color, linestyle=style)
ax.plot([0.99], [1 / (1 + 99 ** (-1 / 3))], "o", color=BLUE)
ax.plot([0.99], [1 / (1 + 99 ** (-1 / 10))], "s", color=ORANGE)
ax.axhline(0.5, color=GREEN, linewidth=0.8)
ax.axvline(0.5, color=GREEN, linewidth=0.8)
ax.text(0.985, 0.85, "0.82", color=BLUE, ha="right")
ax.text(0.985, 0.635, "0.61", color=ORANGE, ha="right")
ax.text(0.15, 0.04, "one copy: calibrated", color=MUTED)
ax.text(0.045, 0.2, "3 copies", color=BLUE)
ax.text(0.05, 0.53, "10 copies", color=ORANGE)
ax.set(xlabel="P(spam) stated by naive Bayes", ylabel="true P(spam)", xlim=(0, 1), ylim=(0, 1))
show(fig)
