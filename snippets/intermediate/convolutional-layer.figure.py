"""A 3 x 3 filter that slides over a 5 x 5 image, with one output cell computed."""

from figure import BLUE, GRID, INK, MUTED, ORANGE, PURPLE, arrow, diagram, show
from matplotlib.patches import Rectangle


def grid(ax, left, top, values, title):
    """A grid of unit cells with its upper left corner at (left, top)."""
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            ax.add_patch(Rectangle((left + j, top - i - 1), 1, 1, fill=False, ec=GRID, lw=1))
            text = str(value).replace("-", "−")
            ax.text(left + j + 0.5, top - i - 0.5, text, ha="center", va="center")
    ax.text(left + len(values[0]) / 2, top + 0.35, title, ha="center", va="bottom", color=INK)


def frame(ax, left, top, size, color, style="-"):
    """A square frame with its upper left corner at (left, top)."""
    ax.add_patch(
        Rectangle((left, top - size), size, size, fill=False, ec=color, lw=2.4, ls=style, zorder=3)
    )


fig, ax = diagram(16, 9)
fig.set_layout_engine("none")
grid(ax, 0.3, 7.4, [[0, 0, 0, 1, 1]] * 5, "input 5 × 5")
grid(ax, 7.0, 6.4, [[-1, 0, 1]] * 3, "filter 3 × 3")
grid(ax, 12.5, 6.4, [[0, 3, 3]] * 3, "output 3 × 3")
frame(ax, 2.3, 7.4, 3, PURPLE, "--")
frame(ax, 1.3, 7.4, 3, ORANGE)
frame(ax, 7.0, 6.4, 3, BLUE)
frame(ax, 13.5, 6.4, 1, ORANGE)
ax.text(6.15, 4.9, "×", ha="center", va="center", fontsize=14)
arrow(ax, (10.3, 4.9), (12.2, 4.9))
ax.text(11.2, 5.25, "sum", ha="center", color=MUTED)
ax.text(0.3, 1.15, "solid window: (1 + 1 + 1) − (0 + 0 + 0) = 3", color=ORANGE)
ax.text(0.3, 0.25, "dashed: the next window, one pixel on", color=PURPLE)
show(fig)
