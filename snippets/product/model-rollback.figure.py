"""An alias that moves from one complete bundle to another, and what stays behind."""

from figure import BLUE, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(11, 8.8)
box(ax, 3.0, 7.5, 5.0, 1.0, 'alias "champion"', color=PURPLE)
parts = ["model", "preprocessing", "feature schema", "thresholds", "index, cache keys"]
for x, name, state, color in [
    (0.3, "bundle v1", "kept warm", BLUE),
    (6.1, "bundle v2", "released, faulty", ORANGE),
]:
    box(ax, x, 2.5, 4.6, 3.8, "", color=color)
    ax.text(x + 2.3, 5.9, name, color=color, weight="bold", ha="center", va="center")
    ax.text(x + 2.3, 5.4, state, color=MUTED, ha="center", va="center")
    for row, part in enumerate(parts):
        ax.text(x + 2.3, 4.8 - 0.48 * row, part, color=INK, ha="center", va="center")
arrow(ax, (4.6, 7.5), (2.9, 6.35), color=BLUE)
ax.plot([6.4, 8.1], [7.5, 6.35], color=MUTED, linestyle="--", linewidth=1.4)
ax.text(2.6, 7.0, "after", color=BLUE, ha="center", va="center")
ax.text(8.3, 7.0, "before", color=MUTED, ha="center", va="center")
arrow(ax, (8.4, 2.5), (8.4, 1.75))
box(ax, 0.3, 0.2, 10.4, 1.5, "", color=MUTED)
ax.text(5.5, 1.25, "not undone", weight="bold", ha="center", va="center")
ax.text(5.5, 0.65, "decisions, logged rows, dropped columns", ha="center", va="center")
show(fig)
