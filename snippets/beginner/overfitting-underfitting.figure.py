"""Exact learning curves of least squares on 5 and on all 20 features."""

import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, plt, show

n = np.arange(24, 301)

fig, panels = plt.subplots(2, 1, figsize=(4.8, 4.8), sharex=True, sharey=True)
for ax, used, noise, title in [
    (panels[0], 5, 2.5, "5 of 20 features: underfits at every size"),
    (panels[1], 20, 1.0, "all 20 features: overfits with few rows"),
]:
    train = noise * (1 - used / n)
    test = noise * (1 + used / (n - used - 1))
    ax.axhline(1, color=MUTED, linestyle=":", linewidth=1.2)
    ax.plot(n, test, color=ORANGE, linestyle="--")
    ax.plot(n, train, color=BLUE)
    ax.set_title(title, color=INK, loc="left")
    ax.set(ylabel="squared error", ylim=(0, 4), xlim=(20, 300))
panels[0].text(300, 2.75, "test, dashed", color=ORANGE, ha="right")
panels[0].text(300, 1.95, "training, solid", color=BLUE, ha="right")
panels[1].text(300, 1.3, "test, dashed", color=ORANGE, ha="right")
panels[1].text(300, 0.45, "training, solid", color=BLUE, ha="right")
panels[0].text(24, 0.6, "dotted: noise of the labels, 1.0", color=MUTED)
panels[1].set_xlabel("training rows")
show(fig)
