"""The drawing that most ML system designs share: a serving path, a learning path, and the log."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

SERVING = [
    ("request", "user, context, time", MUTED),
    ("features", "as of this request", BLUE),
    ("candidates", "cheap, must not miss", BLUE),
    ("score", "costly, on the few", BLUE),
    ("decide", "threshold, rules, fallback", BLUE),
]
LEARNING = [
    ("release", "canary, A/B test, rollback", GREEN),
    ("offline gate", "baseline, slices, calibration", ORANGE),
    ("train", "baseline first", ORANGE),
    ("training set", "split by time", ORANGE),
    ("labels", "join late, biased", ORANGE),
]
WIDTH, HEIGHT, STEP, TOP = 5.0, 1.15, 1.65, 7.9


def column(ax, x, steps):
    for place, (name, note, color) in enumerate(steps):
        y = TOP - STEP * place
        box(ax, x, y, WIDTH, HEIGHT, "", color=color)
        ax.text(x + WIDTH / 2, y + 0.78, name, color=color, weight="bold", ha="center", va="center")
        ax.text(x + WIDTH / 2, y + 0.33, note, ha="center", va="center", fontsize=9.5)


fig, ax = diagram(11.4, 10.2)
ax.text(2.7, 9.55, "serving: milliseconds", color=BLUE, ha="center", weight="bold")
ax.text(8.7, 9.55, "learning: hours to days", color=ORANGE, ha="center", weight="bold")
column(ax, 0.2, SERVING)
column(ax, 6.2, LEARNING)
for place in range(4):
    y = TOP - STEP * place
    arrow(ax, (2.7, y), (2.7, y + HEIGHT - STEP))
    arrow(ax, (8.7, y + HEIGHT - STEP), (8.7, y))
box(ax, 0.2, 0.1, 11.0, 0.85, "", color=PURPLE)
ax.text(5.7, 0.52, "log: features as served, score, decision, outcome", ha="center", va="center")
arrow(ax, (2.7, 1.3), (2.7, 0.95))
arrow(ax, (8.7, 0.95), (8.7, 1.3))
arrow(ax, (6.2, TOP + 0.3), (5.2, TOP - 3 * STEP + HEIGHT - 0.2), color=GREEN)
show(fig)
