"""What is learned in classical machine learning, and what in deep learning."""

from itertools import pairwise

from figure import BLUE, GREEN, INK, MUTED, ORANGE, arrow, box, diagram, show

HEIGHT, WIDTH = 1.35, 2.2
COLUMNS = [0.05, 2.95, 5.85, 8.75]

fig, ax = diagram(11, 7.6)


def row(y, texts, colors):
    for x, text, color in zip(COLUMNS, texts, colors, strict=True):
        box(ax, x, y, WIDTH, HEIGHT, text, color=color)
    for left, right in pairwise(COLUMNS):
        arrow(ax, (left + WIDTH, y + HEIGHT / 2), (right, y + HEIGHT / 2))


ax.text(0.05, 7.2, "classical: people make the features", color=INK, weight="bold", va="center")
row(5.4, ["pixels", "edges,\ncolors", "classifier", "label"], [MUTED, ORANGE, BLUE, MUTED])
ax.text(4.05, 5.05, "by hand", color=ORANGE, ha="center", va="center")
ax.text(6.95, 5.05, "learned", color=BLUE, ha="center", va="center")

ax.text(0.05, 3.6, "deep: all layers learn together", color=INK, weight="bold", va="center")
row(1.8, ["pixels", "layers", "last layer", "label"], [MUTED, BLUE, BLUE, MUTED])
ax.text(4.05, 1.45, "learned", color=BLUE, ha="center", va="center")
ax.text(6.95, 1.45, "learned", color=BLUE, ha="center", va="center")
ax.plot([9.85, 9.85], [1.8, 0.85], color=GREEN, linewidth=1.4, linestyle="--")
arrow(ax, (9.85, 0.85), (2.95, 0.85), color=GREEN)
ax.text(
    6.4,
    0.4,
    "gradient of the loss, back through every layer",
    color=GREEN,
    ha="center",
    va="center",
)
show(fig)
