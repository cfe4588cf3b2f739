"""The loop of an MLOps pipeline: stages in order, and the gate that each must pass."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

# What the stage does, the gate behind it, and its color.
STAGES = [
    ("ingest, validate", "schema, volume, freshness", BLUE),
    ("features", "point in time, no leakage", BLUE),
    ("train", "run completes, loss is sane", PURPLE),
    ("evaluate", "holds vs champion, each slice", PURPLE),
    ("register", "approval, signature, lineage", PURPLE),
    ("deploy", "shadow, canary healthy", GREEN),
    ("monitor", "alarm or schedule", ORANGE),
]
TOP, STEP, HEIGHT = 9.2, 1.4, 0.9

fig, ax = diagram(11, 10.3)
for stage, (name, gate, color) in enumerate(STAGES):
    y = TOP - STEP * stage
    box(ax, 0.3, y, 3.9, HEIGHT, name, color=color)
    ax.text(4.6, y + HEIGHT / 2, gate, color=MUTED, va="center")
    if stage < len(STAGES) - 1:
        arrow(ax, (2.25, y), (2.25, y + HEIGHT - STEP))
bottom = TOP - STEP * (len(STAGES) - 1) + HEIGHT / 2
ax.plot([8.2, 10.2, 10.2], [bottom, bottom, TOP + HEIGHT / 2], color=MUTED, linewidth=1.4)
arrow(ax, (10.2, TOP + HEIGHT / 2), (8.9, TOP + HEIGHT / 2))
ax.text(
    10.6, 5.2, "retrain, through the same gates", color=MUTED, rotation=90, ha="center", va="center"
)
show(fig)
