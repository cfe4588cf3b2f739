"""The funnel of ad selection, from all ads to the slots of one page."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

# Width of the box, what it does and with what, its color, and what leaves it after how long.
STAGES = [
    (10.6, "active ads", "within budget and date", MUTED, "10,000,000 ads"),
    (
        9.6,
        "targeting, policy, retrieval",
        "two-tower model, nearest neighbors",
        BLUE,
        "1,000 ads after 20 ms",
    ),
    (8.4, "light ranking", "small model, cached features", GREEN, "100 ads, 20 ms later"),
    (
        7.6,
        "heavy ranking",
        "calibrated p(click), p(conversion)",
        ORANGE,
        "100 scored ads, 50 ms later",
    ),
    (
        6.6,
        "auction and rules",
        "value, pacing, caps, price",
        PURPLE,
        "up to 10 priced ads, 10 ms later",
    ),
]
MIDDLE, HEIGHT, STEP = 5.5, 1.3, 2.2

fig, ax = diagram(11, 11.3)
for stage, (width, name, means, color, leaves) in enumerate(STAGES):
    y = 9.8 - STEP * stage
    box(ax, MIDDLE - width / 2, y, width, HEIGHT, "", color=color)
    ax.text(MIDDLE, y + 0.9, name, color=color, weight="bold", ha="center", va="center")
    ax.text(MIDDLE, y + 0.4, means, ha="center", va="center")
    arrow(ax, (MIDDLE, y), (MIDDLE, y + HEIGHT - STEP))
    ax.text(MIDDLE + 0.3, y - 0.45, leaves, color=MUTED, va="center")
show(fig)
