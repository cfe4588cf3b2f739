"""Anscombe's four data sets: the same R², only one of them fit for a line."""

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, INK, ORANGE, show

X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
SETS = [
    ("a line with noise", X, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]),
    ("a curve", X, [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74]),
    ("one outlier", X, [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]),
    (
        "one point decides",
        [8] * 7 + [19] + [8] * 3,
        [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89],
    ),
]
fig, axs = plt.subplots(2, 2, figsize=(4.8, 4.4), sharex=True, sharey=True)
for ax, (title, x, y) in zip(axs.flat, SETS, strict=True):
    slope, start = np.polyfit(x, y, 1)
    r2 = np.corrcoef(x, y)[0, 1] ** 2
    ax.plot([3, 20], [start + 3 * slope, start + 20 * slope], color=ORANGE, linewidth=1.5)
    ax.plot(x, y, "o", color=BLUE, markersize=5)
    ax.set_title(f"{title}\nR² = {r2:.2f}", color=INK, loc="left")
    ax.set(xlim=(3, 20), ylim=(2, 14))
show(fig)
