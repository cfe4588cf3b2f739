"""The flow of a data pipeline, from sources to its consumers, under an orchestrator."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(12, 13.2)
STEPS = [
    ("sources", "databases, events, files", MUTED),
    ("raw layer", "as received, append-only", BLUE),
    ("validate", "schema, ranges, volume", ORANGE),
    ("clean layer", "deduplicated, typed, keyed", BLUE),
    ("transform", "joins, features, as of a date", ORANGE),
    ("serving layer", "published after its tests", BLUE),
]
for step, (name, what, color) in enumerate(STEPS):
    y = 11.6 - 1.95 * step
    box(ax, 0.3, y, 6.4, 1.3, "", color=color)
    ax.text(3.5, y + 0.9, name, color=color, weight="bold", ha="center", va="center")
    ax.text(3.5, y + 0.4, what, ha="center", va="center")
    if step:
        arrow(ax, (3.5, y + 1.95), (3.5, y + 1.3))
box(ax, 8.2, 7.7, 3.6, 1.3, "quarantine\nand alert", color=ORANGE)
arrow(ax, (6.7, 8.35), (8.2, 8.35))
ax.text(7.45, 8.62, "bad", color=MUTED, ha="center")
for y, text in [(4.9, "analytics"), (3.2, "training sets"), (1.5, "online features")]:
    box(ax, 8.2, y, 3.6, 1.1, text, color=GREEN)
    arrow(ax, (6.7, 2.5), (8.2, y + 0.55))
ax.plot([0.3, 11.8], [0.95, 0.95], color=PURPLE, linewidth=1.6)
ax.text(
    6.05, 0.45, "orchestrator: schedule, dependencies, retries, backfills", color=PURPLE,
    ha="center", va="center",
)  # fmt: skip
show(fig)
