"""The same two accuracies as bars on a cut axis, and as points with intervals."""

from math import sqrt

from figure import BLUE, ORANGE, plt, show

accuracy = {"A": 0.902, "B": 0.911}
names, values = list(accuracy), list(accuracy.values())

fig, (left, right) = plt.subplots(1, 2, figsize=(4.8, 2.6), width_ratios=[1, 1.5])
left.bar(names, values, width=0.55, color=ORANGE)
left.set(ylim=(0.9, 0.9125), ylabel="accuracy", xlabel="model", title="Bars from 0.90")
left.set_yticks([0.9, 0.905, 0.91])

for place, p in enumerate(values):
    half = 1.96 * sqrt(p * (1 - p) / 1_000)
    right.plot([p - half, p + half], [place, place], color=BLUE)
    right.plot(p, place, "o", color=BLUE)
    right.text(p, place + 0.13, f"{p:.3f}", ha="center")
right.set_yticks([0, 1], names)
right.set(xlim=(0.875, 0.938), ylim=(-0.5, 1.5), xlabel="accuracy", title="95% intervals")
show(fig)
