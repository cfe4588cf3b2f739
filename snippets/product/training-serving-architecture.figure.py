"""Three planes around a registry: training, serving and feedback, with the loop back."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

PLANES = [
    (8.5, "training plane", "pipelines, tracking, quotas, spot workers", BLUE),
    (6.2, "registry", "model + code + data + environment", PURPLE),
    (1.3, "feedback plane", "log, join labels, monitor each model", ORANGE),
]
LEFT, WIDTH, HEIGHT = 0.3, 8.6, 1.3
MIDDLE = LEFT + WIDTH / 2

fig, ax = diagram(11, 10.1)
for y, name, parts, color in PLANES:
    box(ax, LEFT, y, WIDTH, HEIGHT, "", color=color)
    ax.text(MIDDLE, y + 0.9, name, color=color, weight="bold", ha="center", va="center")
    ax.text(MIDDLE, y + 0.4, parts, ha="center", va="center")

box(ax, LEFT, 3.6, WIDTH, 1.7, "", color=GREEN)
ax.text(MIDDLE, 4.95, "serving plane: router", color=GREEN, weight="bold", ha="center", va="center")
box(ax, LEFT + 0.2, 3.75, 4.0, 0.85, "50 busy: own servers", color=GREEN)
box(ax, LEFT + 4.4, 3.75, 4.0, 0.85, "950 others: a pool", color=GREEN)

for start, end, label in [
    (8.5, 7.5, "gate: quality, slices, approval"),
    (6.2, 5.3, "canary, rollback"),
    (3.6, 2.6, "features, predictions, version"),
]:
    arrow(ax, (1.5, start), (1.5, end))
    ax.text(1.8, (start + end) / 2, label, color=MUTED, va="center")
ax.plot([LEFT + WIDTH, 9.9, 9.9], [1.95, 1.95, 9.15], color=MUTED, linewidth=1.4)
arrow(ax, (9.9, 9.15), (LEFT + WIDTH, 9.15))
ax.text(10.35, 5.5, "retrain", color=MUTED, rotation=90, ha="center", va="center")
show(fig)
