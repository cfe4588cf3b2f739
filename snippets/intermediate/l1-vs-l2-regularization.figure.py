"""Where the contours of a squared loss first touch the L1 diamond and the L2 circle."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, show

center = np.array([0.5, 1.8])  # least squares
curvature = np.array([[1.0, 0.3], [0.3, 1.0]])

angle = np.linspace(0, 2 * np.pi, 4001)
circle = np.column_stack([np.cos(angle), np.sin(angle)])
diamond = circle / np.abs(circle).sum(axis=1, keepdims=True)


def loss(w):
    return np.einsum("...i,ij,...j", w - center, curvature, w - center)


# Points where the loss is 1 around the center: (w - center)ᵀ curvature (w - center) = 1.
ellipse = circle[::40] @ np.linalg.inv(np.linalg.cholesky(curvature))

fig, panels = plt.subplots(1, 2, figsize=(4.8, 3.2), sharey=True)
for ax, region, title, offset, align in [
    (panels[0], diamond, r"L1: $|w_1| + |w_2| \leq 1$", (-13, -4), "right"),
    (panels[1], circle, r"L2: $w_1^2 + w_2^2 \leq 1$", (22, -14), "left"),
]:
    touch = region[np.argmin(loss(region))]
    for level in loss(touch) * np.array([0.15, 0.5, 1.0]):
        ax.plot(*(center + np.sqrt(level) * ellipse).T, color=BLUE, linewidth=1.3)
    ax.plot(*region[::20].T, color=ORANGE)
    ax.plot(*center, "+", color=BLUE, markersize=8)
    ax.plot(*touch, "o", color=INK, markersize=6)
    label = ", ".join(f"{w:.2g}" for w in touch.round(2) + 0.0)
    ax.annotate(f"({label})", touch, offset, textcoords="offset points", ha=align)
    ax.axhline(0, color=MUTED, linewidth=0.8, zorder=0)
    ax.axvline(0, color=MUTED, linewidth=0.8, zorder=0)
    ax.set(title=title, xlabel="$w_1$", aspect="equal", xlim=(-1.3, 2.4), ylim=(-1.3, 3.1))
    ax.set(xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1, 2, 3])
panels[0].set_ylabel("$w_2$")
show(fig)
