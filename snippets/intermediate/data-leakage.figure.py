"""A time line: what a row may use ends at the moment of prediction."""

from figure import BLUE, INK, MUTED, ORANGE, arrow, diagram, show

fig, ax = diagram(12, 7.4)
arrow(ax, (0.3, 1.3), (11.8, 1.3), color=INK)
ax.text(11.8, 0.75, "time", ha="right", va="center", color=MUTED)
ax.plot([6.3, 6.3], [0.9, 6.3], color=INK, linestyle="--", linewidth=1.5)
ax.text(6.3, 6.75, "moment of prediction", ha="center", va="center", weight="bold")
ax.plot([9.6, 9.6], [1.0, 1.6], color=INK)
ax.text(9.6, 0.75, "churns", ha="center", va="center")

ax.text(3.2, 5.9, "may be used", ha="center", va="center", color=BLUE, weight="bold")
ax.text(9.2, 5.9, "leaks", ha="center", va="center", color=ORANGE, weight="bold")
for y, start, end, text in [
    (5.0, 1.0, 6.1, "average spend, last 6 months"),
    (3.9, 2.6, 6.1, "tickets opened so far"),
]:
    ax.plot([start, end], [y, y], color=BLUE, linewidth=5, solid_capstyle="butt")
    ax.text(6.1, y - 0.42, text, ha="right", va="center")
for y, start, end, text in [
    (5.0, 9.6, 11.4, "reason for leaving"),
    (3.9, 8.4, 11.4, "retention call made"),
]:
    ax.plot([start, end], [y, y], color=ORANGE, linewidth=5, linestyle=(0, (1.2, 0.6)))
    ax.text(11.4, y - 0.42, text, ha="right", va="center")
ax.plot([1.0, 6.3], [2.8, 2.8], color=ORANGE, linewidth=5, linestyle=(0, (1.2, 0.6)))
ax.plot([6.3, 11.4], [2.8, 2.8], color=ORANGE, linewidth=5, linestyle=(0, (1.2, 0.6)))
ax.text(11.4, 2.38, "this year's average spend", ha="right", va="center")
show(fig)
