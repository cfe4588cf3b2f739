"""The path of one request through a product that uses a language model."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

# From the top down: the stage, what it does, its color.
STAGES = [
    ("input checks", "personal data, limits, policy", MUTED),
    ("retrieval", "documents this user may read", BLUE),
    ("language model", "prompt with instructions and sources", PURPLE),
    ("output checks", "format, sources, policy", MUTED),
    ("answer", "labeled; risky actions wait for a person", GREEN),
]
LEFT, WIDTH, HEIGHT, STEP = 0.3, 8.4, 1.5, 2.35

fig, ax = diagram(13, 12.6)
for stage, (name, what, color) in enumerate(STAGES):
    y = 10.4 - STEP * stage
    box(ax, LEFT, y, WIDTH, HEIGHT, "", color)
    ax.text(LEFT + WIDTH / 2, y + 1.03, name, color=color, weight="bold", ha="center", va="center")
    ax.text(LEFT + WIDTH / 2, y + 0.45, what, ha="center", va="center")
    if stage:
        arrow(ax, (LEFT + WIDTH / 2, y + STEP), (LEFT + WIDTH / 2, y + HEIGHT))
model = 10.4 - STEP * 2
box(ax, 10.0, model, 2.7, HEIGHT, "tools, least\nprivilege", ORANGE)
arrow(ax, (LEFT + WIDTH, model + HEIGHT / 2), (10.0, model + HEIGHT / 2), style="<|-|>")
box(ax, 10.0, 10.4 - STEP * 4, 2.7, HEIGHT, "log, test\nset, judge", INK)
arrow(ax, (LEFT + WIDTH, 10.4 - STEP * 4 + HEIGHT / 2), (10.0, 10.4 - STEP * 4 + HEIGHT / 2))
show(fig)
