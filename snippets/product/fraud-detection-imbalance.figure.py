"""The path of a payment through features, rules and model, and the way of its label back."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(11, 9.6)
box(ax, 2.6, 8.4, 5.8, 0.95, "payment", color=MUTED)
box(ax, 2.6, 6.6, 5.8, 1.2, "features: velocity,\ngraph, device, history", color=BLUE)
box(ax, 2.6, 4.8, 5.8, 1.2, "rules + model,\nwithin 100 ms", color=PURPLE)
box(ax, 0.2, 2.7, 3.2, 1.2, "approve", color=GREEN)
box(ax, 3.9, 2.7, 3.2, 1.2, "ask or\nreview", color=ORANGE)
box(ax, 7.6, 2.7, 3.2, 1.2, "block", color=ORANGE)
box(ax, 0.2, 0.2, 10.6, 1.2, "labels, training, monitoring", color=BLUE)
arrow(ax, (5.5, 8.4), (5.5, 7.85))
arrow(ax, (5.5, 6.6), (5.5, 6.05))
arrow(ax, (4.2, 4.8), (1.9, 3.95))
arrow(ax, (5.5, 4.8), (5.5, 3.95))
arrow(ax, (6.8, 4.8), (9.1, 3.95))
arrow(ax, (1.8, 2.7), (1.8, 1.45))
arrow(ax, (5.5, 2.7), (5.5, 1.45))
ax.plot([9.2, 9.2], [2.7, 1.4], color=MUTED, linestyle=":", linewidth=1.6)
for x, y, text in [
    (0.2, 2.05, "weeks"),
    (4.2, 2.05, "hours"),
    (7.1, 2.05, "none,\nbut 1% let by"),
]:
    ax.text(x, y, text, color=MUTED, va="center")
show(fig)
