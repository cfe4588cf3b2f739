"""The norm of the gradient on its way from layer 50 back to the input, for five initializations."""

import numpy as np
from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, axes, show


def norms(slope_of, scale, skip, seed, depth=50, width=256):
    rng = np.random.default_rng(seed)
    h, layers = rng.normal(size=width), []
    for _ in range(depth):
        W = rng.normal(0, np.sqrt(scale / width), (width, width))
        out, slope = slope_of(W @ h)
        h = skip * h + out
        layers.append((W, slope))
    g = rng.normal(size=width)
    found = [np.linalg.norm(g)]
    for W, slope in reversed(layers):
        g = skip * g + W.T @ (slope * g)
        found.append(np.linalg.norm(g))
    return np.array(found[::-1]) / found[0]


def relu(z):
    return np.maximum(z, 0), (z > 0).astype(float)


def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s, s * (1 - s)


fig, ax = axes(height=3.7)
layers = np.arange(51)
for case, color, style, label, (x, y) in [
    ((relu, 4, 0), ORANGE, "--", "ReLU, 4/n", (7, 8)),
    ((relu, 2 / 50, 1), BLUE, "-", "ReLU, 2/(50n), skip connections", (1.5, 1.4)),
    ((relu, 2, 0), GREEN, "-.", "ReLU, 2/n", (1.5, -1.5)),
    ((relu, 1, 0), PURPLE, ":", "ReLU, 1/n", (21, -7)),
    ((sigmoid, 1, 0), MUTED, "-", "sigmoid, 1/n", (17, -12)),
]:
    runs = [np.log10(norms(*case, seed)) for seed in range(5)]
    ax.plot(layers, np.median(runs, axis=0), color=color, linestyle=style)
    ax.text(x, y, label, color=color)
ax.set(xlabel="layer", ylabel="norm of the gradient", xlim=(0, 50.5), ylim=(-14.5, 10))
ax.set_yticks([-12, -8, -4, 0, 4, 8], [f"$10^{{{p}}}$" for p in (-12, -8, -4, 0, 4, 8)])
show(fig)
