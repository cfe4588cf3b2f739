"""Bias², variance, training and test error against the degree, over 20,000 training sets."""

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, axes, show
from numpy.polynomial.polynomial import polyfit, polyval

n, sets, sigma = 20, 20_000, 0.5
rng = np.random.default_rng(0)
x = (np.arange(n) + 0.5) / n
truth = np.sin(5 * x)
Y = truth + rng.normal(0, sigma, (sets, n))
Y_new = truth + rng.normal(0, sigma, (sets, n))

degrees = np.arange(9)
fits = [polyval(x, polyfit(x, Y.T, degree)) for degree in degrees]
bias2 = [np.mean((fit.mean(axis=0) - truth) ** 2) for fit in fits]
variance = [np.mean(fit.var(axis=0)) for fit in fits]
train = [np.mean((Y - fit) ** 2) for fit in fits]
test = [np.mean((Y_new - fit) ** 2) for fit in fits]

fig, ax = axes(height=3.5)
ax.axhline(sigma**2, color=MUTED, linestyle="--", linewidth=1.2)
for values, color, style, marker in [
    (test, PURPLE, "-", "o"),
    (train, GREEN, "-.", "s"),
    (bias2, ORANGE, "-", "^"),
    (variance, BLUE, "--", "D"),
]:
    ax.plot(degrees, values, color=color, linestyle=style, marker=marker, markersize=4)
ax.text(1.15, 0.49, "test error", color=PURPLE)
ax.text(4.5, 0.197, "training error", color=GREEN)
ax.text(0.1, 0.1, "bias²", color=ORANGE)
ax.text(8, 0.06, "variance", color=BLUE, ha="right")
ax.text(8, 0.262, "noise, 0.25", color=MUTED, ha="right")
ax.set(xlabel="degree of the polynomial", ylabel="squared error", ylim=(-0.02, 0.8))
ax.set_xticks(degrees)
show(fig)
