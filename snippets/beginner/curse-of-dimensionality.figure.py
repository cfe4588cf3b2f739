"""The edge that captures a tenth of a cube, and distances to random points by dimension."""

import numpy as np
from figure import BLUE, GREEN, INK, ORANGE, plt, show

rng = np.random.default_rng(1)
fig, (edge, spread) = plt.subplots(2, 1, figsize=(4.8, 5.0))

d = np.geomspace(1, 1000, 200)
edge.semilogx(d, 0.1 ** (1 / d), color=BLUE)
for n, offset in [(2, (8, -6)), (10, (8, -8)), (100, (-4, -16))]:
    value = 0.1 ** (1 / n)
    edge.plot([n], [value], "o", color=BLUE)
    edge.annotate(f"{n}-D: {value:.2f}", (n, value), offset, textcoords="offset points")
edge.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
edge.set(xlabel="dimensions", ylabel="edge", ylim=(0, 1.08))
edge.set_title("edge of a subcube with 10% of the volume", color=INK, loc="left")

for n, pairs, color, style in [
    (2, 100_000, BLUE, "-"),
    (10, 100_000, ORANGE, "--"),
    (1000, 4_000, GREEN, "-."),
]:
    a, b = rng.uniform(size=(2, pairs, n))
    distance = np.linalg.norm(a - b, axis=1)
    height, cut = np.histogram(distance / distance.mean(), bins=np.arange(0, 2.6, 0.04))
    spread.plot(cut[:-1] + 0.02, height / height.max(), color=color, linestyle=style)
spread.text(1.5, 0.93, "1,000-D: the spike", color=GREEN)
spread.text(1.3, 0.55, "10-D", color=ORANGE)
spread.text(1.95, 0.2, "2-D", color=BLUE)
spread.set(xlabel="distance / mean distance", ylabel="frequency, scaled", xlim=(0, 2.5))
spread.set_yticks([])
spread.set_title("distances between two random points", color=INK, loc="left")
show(fig)
