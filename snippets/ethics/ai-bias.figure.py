"""Where bias enters a system, from the world to the decision and back."""

from figure import BLUE, INK, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(12, 6.9)
stages = [
    (0.2, 4.6, "the world", "historical", PURPLE),
    (4.4, 4.6, "sample", "representation", BLUE),
    (8.6, 4.6, "target, labels", "measurement", BLUE),
    (8.6, 0.6, "model", "aggregation,\nlearning", BLUE),
    (4.4, 0.6, "test", "evaluation", BLUE),
    (0.2, 0.6, "decisions", "deployment", ORANGE),
]
for x, y, stage, bias, color in stages:
    box(ax, x, y, 3.2, 1.3, stage, color)
    ax.text(x + 1.6, y + 1.5, bias, ha="center", va="bottom", color=INK, style="italic")

arrow(ax, (3.4, 5.25), (4.4, 5.25))
arrow(ax, (7.6, 5.25), (8.6, 5.25))
arrow(ax, (11.55, 4.6), (11.55, 1.9))
arrow(ax, (8.6, 1.25), (7.6, 1.25))
arrow(ax, (4.4, 1.25), (3.4, 1.25))
arrow(ax, (0.45, 1.9), (0.45, 4.6), ORANGE)
ax.text(0.7, 3.75, "feedback loop", color=ORANGE, ha="left", va="center")
show(fig)
