"""Serving and learning of an ad prediction system: two loops that meet in the log."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(11, 9.6)
LEFT, RIGHT, WIDTH, HEIGHT = 0.2, 6.0, 4.8, 1.25
SERVING = [
    (7.6, "request\nuser, page, consent", BLUE),
    (5.5, "retrieve, then score\np(click), p(conversion)", BLUE),
    (3.4, "auction\nbids, budgets", BLUE),
]
LEARNING = [
    (7.6, "release\ncanary, A/B test", GREEN),
    (5.5, "train, then calibrate\non newest days", GREEN),
    (3.4, "join and sample\nkeep 10% of negatives", ORANGE),
]
for x, column in [(LEFT, SERVING), (RIGHT, LEARNING)]:
    for y, text, color in column:
        box(ax, x, y, WIDTH, HEIGHT, text, color=color)
box(ax, LEFT, 1.3, WIDTH, HEIGHT, "log of impressions\nwith features as served", color=PURPLE)
box(ax, RIGHT, 1.3, WIDTH, HEIGHT, "outcomes: click in minutes,\nconversion in days", color=PURPLE)
ax.text(LEFT + WIDTH / 2, 9.2, "serving, milliseconds", color=MUTED, ha="center")
ax.text(RIGHT + WIDTH / 2, 9.2, "learning, hours to days", color=MUTED, ha="center")
for top in (7.6, 5.5, 3.4):
    x = LEFT + WIDTH / 2
    arrow(ax, (x, top), (x, top - 2.1 + HEIGHT))
for bottom in (1.3, 3.4, 5.5):
    x = RIGHT + WIDTH / 2
    arrow(ax, (x, bottom + HEIGHT), (x, bottom + 2.1))
arrow(ax, (LEFT + WIDTH, 2.3), (RIGHT + 0.5, 3.4))
arrow(ax, (RIGHT, 8.1), (LEFT + WIDTH, 6.4))
ax.text(
    5.5, 0.5, "the model that is released decides what is logged next", color=MUTED, ha="center"
)
show(fig)
