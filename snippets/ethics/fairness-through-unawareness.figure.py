"""Cutting the direct path from group to score leaves the paths by proxies and by labels."""

from figure import BLUE, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(12, 7)
fig.set_layout_engine("none")
box(ax, 0.2, 2.9, 2.4, 1.2, "group", PURPLE)
box(ax, 4.5, 5.4, 3.4, 1.2, "income, district", BLUE)
box(ax, 4.5, 0.4, 3.4, 1.2, "past approvals", ORANGE)
box(ax, 9.6, 2.9, 2.2, 1.2, "score", PURPLE)

arrow(ax, (1.8, 4.15), (4.4, 5.9), BLUE)
arrow(ax, (8.0, 5.9), (10.6, 4.2), BLUE)
arrow(ax, (1.8, 2.85), (4.4, 1.1), ORANGE)
arrow(ax, (8.0, 1.1), (10.6, 2.8), ORANGE)
ax.plot([2.7, 9.5], [3.5, 3.5], color=MUTED, linestyle=":", linewidth=1.6)
ax.text(6.2, 3.5, "×", color=MUTED, fontsize=22, ha="center", va="center")

ax.text(6.2, 4.1, "the column you dropped", color=MUTED, ha="center")
ax.text(2.5, 5.6, "leaves\ntraces in", color=BLUE, ha="center", va="center")
ax.text(9.9, 5.6, "inputs of", color=BLUE, ha="center", va="center")
ax.text(2.5, 1.3, "raised\nthe bar for", color=ORANGE, ha="center", va="center")
ax.text(9.9, 1.3, "labels of", color=ORANGE, ha="center", va="center")
show(fig)
