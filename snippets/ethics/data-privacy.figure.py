"""The life of data in a model's service, and the control that belongs to each stage."""

from figure import BLUE, INK, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(12, 7.6)
stages = [
    (0.2, 4.9, "collect", "only what the\npurpose needs", PURPLE),
    (4.4, 4.9, "store", "access, encryption,\nretention", PURPLE),
    (8.6, 4.9, "train", "DP-SGD, canaries,\nlineage", BLUE),
    (8.6, 1.5, "serve", "limits, filters,\nattack tests", BLUE),
    (4.4, 1.5, "log", "prompts can be\npersonal data", BLUE),
    (0.2, 1.5, "delete", "copies, backups,\nfeatures, models", ORANGE),
]
for x, y, stage, control, color in stages:
    box(ax, x, y, 3.2, 1.2, stage, color)
    above = y > 4
    end = y + 1.4 if above else y - 0.2
    ax.text(x + 1.6, end, control, ha="center", va="bottom" if above else "top", color=INK)

arrow(ax, (3.4, 5.5), (4.4, 5.5))
arrow(ax, (7.6, 5.5), (8.6, 5.5))
arrow(ax, (10.2, 4.9), (10.2, 2.7))
arrow(ax, (8.6, 2.1), (7.6, 2.1))
arrow(ax, (4.4, 2.1), (3.4, 2.1))
show(fig)
