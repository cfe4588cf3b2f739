"""Two points, two metrics, two different nearest neighbors."""

from figure import BLUE, INK, ORANGE, axes, show
from matplotlib.patches import Circle, Polygon

fig, ax = axes(height=4.4)
ax.add_patch(Circle((0, 0), 18**0.5, fill=False, ec=BLUE, lw=2))
ax.add_patch(Polygon([(5, 0), (0, 5), (-5, 0), (0, -5)], fill=False, ec=ORANGE, lw=2, ls="--"))
ax.plot(0, 0, "+", color=INK, markersize=10)
for x, y, name, offset in ((3, 3, "a", (7, 3)), (0, 5, "b", (7, 3))):
    ax.plot(x, y, "o", color=INK, markersize=7)
    ax.annotate(f"{name} ({x}, {y})", (x, y), offset, textcoords="offset points")
ax.text(0.3, 0.35, "query", color=INK)
ax.text(0, -3.6, "Euclidean 4.24:\na is nearest", color=BLUE, ha="center", va="bottom")
ax.text(2.9, -4.9, "Manhattan 5:\nb is nearest", color=ORANGE, ha="left", va="bottom")
ax.set(
    xlim=(-6, 6), ylim=(-5.5, 6), aspect="equal", xlabel="first feature", ylabel="second feature"
)
show(fig)
