"""A feed system as two loops: serving a request, and learning from what was served."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

SERVING = [
    ("candidate sources", "followed and discovered posts", BLUE),
    ("hydration", "author, text, counters, user state", BLUE),
    ("filtering", "blocked, seen, removed, illegal", ORANGE),
    ("multi-task ranking", "p(like), p(reply), p(hide), dwell", BLUE),
    ("re-ranking and mixing", "diversity, policy, ads", ORANGE),
    ("page and cursor", "cached list, next 20 posts", BLUE),
]
LEARNING = ["release", "train", "join outcomes", "log"]
LEFT, WIDTH, HEIGHT, STEP = 0.2, 7.0, 1.2, 1.85
RIGHT, SIDE = 8.2, 3.0

fig, ax = diagram(11.4, 12.2)
for row, (name, means, color) in enumerate(SERVING):
    y = 10.0 - STEP * row
    box(ax, LEFT, y, WIDTH, HEIGHT, "", color=color)
    ax.text(LEFT + WIDTH / 2, y + 0.82, name, color=color, weight="bold", ha="center", va="center")
    ax.text(LEFT + WIDTH / 2, y + 0.36, means, ha="center", va="center")
    if row < len(SERVING) - 1:
        arrow(ax, (LEFT + WIDTH / 2, y), (LEFT + WIDTH / 2, y + HEIGHT - STEP))
ax.text(LEFT + WIDTH / 2, 11.6, "serving: each request", color=MUTED, ha="center")
ax.text(RIGHT + SIDE / 2, 11.6, "learning: offline", color=MUTED, ha="center")

rows = [10.0 - STEP * row for row in (2, 3, 4, 5)]
for y, name in zip(rows, LEARNING, strict=True):
    color = PURPLE if name == "log" else GREEN
    box(ax, RIGHT, y, SIDE, HEIGHT, name, color=color)
for below, above in zip(rows[:0:-1], rows[-2::-1], strict=True):
    arrow(ax, (RIGHT + SIDE / 2, below + HEIGHT), (RIGHT + SIDE / 2, above))
arrow(ax, (LEFT + WIDTH, rows[3] + HEIGHT / 2), (RIGHT, rows[3] + HEIGHT / 2))
arrow(ax, (RIGHT, rows[0] + 0.3), (LEFT + WIDTH, rows[1] + HEIGHT - 0.3))
show(fig)
