"""The funnel of a recommender: fewer and fewer titles, judged more and more expensively."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

# Width of the box, what it does and with what, its color, and what leaves it after how long.
STAGES = [
    (10.4, "catalog", "with metadata", MUTED, "200,000 titles"),
    (9.0, "retrieval", "two-tower, co-watched, popular, new", BLUE, "500 titles after 30 ms"),
    (7.6, "ranking", "multi-task model, all features", ORANGE, "50 titles, 100 ms later"),
    (6.2, "re-ranking", "diversity, freshness, rules", GREEN, "20 titles, 20 ms later"),
]
MIDDLE, HEIGHT, STEP = 5.5, 1.3, 2.3

fig, ax = diagram(11, 10.1)
for stage, (width, name, means, color, leaves) in enumerate(STAGES):
    y = 8.6 - STEP * stage
    box(ax, MIDDLE - width / 2, y, width, HEIGHT, "", color=color)
    ax.text(MIDDLE, y + 0.9, name, color=color, weight="bold", ha="center", va="center")
    ax.text(MIDDLE, y + 0.4, means, ha="center", va="center")
    arrow(ax, (MIDDLE, y), (MIDDLE, y + HEIGHT - STEP))
    ax.text(MIDDLE + 0.3, y - 0.5, leaves, color=MUTED, va="center")
ax.text(MIDDLE, 0.4, "the user's page", color=PURPLE, ha="center", va="center")
show(fig)
