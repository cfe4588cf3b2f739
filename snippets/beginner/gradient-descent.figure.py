"""The loss of gradient descent at three learning rates, on four points."""

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, axes, show

X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
y = np.array([1.0, 2.0, 4.0, 7.0])


def losses(learning_rate, steps=40):
    w, path = np.zeros(2), []
    for _ in range(steps + 1):
        residuals = X @ w - y
        path.append((residuals**2).mean() / 2)
        w = w - learning_rate * X.T @ residuals / len(y)
    return path


fig, ax = axes()
for rate, color, style, label, place in [
    (0.5, ORANGE, "--", "0.5 diverges", (9.5, 2500)),
    (0.01, BLUE, "-.", "0.01 is slow", (19, 3.1)),
    (0.4, GREEN, "-", "0.4 is good", (7, 0.23)),
]:
    ax.plot(losses(rate), color=color, linestyle=style)
    ax.text(*place, label, color=color)
ax.axhline(0.125, color=MUTED, linestyle=":", linewidth=1.2)
ax.text(40.5, 0.055, "minimum, 1/8", color=MUTED, ha="right")
ax.set_yscale("log")
ax.set_yticks([0.1, 1, 10, 100, 1000, 1e4], ["0.1", "1", "10", "100", "1,000", "10,000"])
ax.minorticks_off()
ax.set(xlabel="step", ylabel="loss (log scale)", xlim=(0, 41), ylim=(0.04, 4e4))
show(fig)
