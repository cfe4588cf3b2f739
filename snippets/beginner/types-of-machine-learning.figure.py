"""Where the training signal comes from in four types of learning."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

HEIGHT, WIDTH, STEP = 1.3, 2.3, 2.4
COLUMNS = [0.1, 2.93, 5.76, 8.6]

# Name, color, texts of the boxes from left to right.
ROWS = [
    ("supervised: the target is given", BLUE, ["input", "model", "prediction", "label"]),
    (
        "self-supervised: the target is made from the input",
        GREEN,
        ["input with a\nhidden part", "model", "prediction", "hidden part"],
    ),
    ("unsupervised: no target", ORANGE, ["input", "model", "groups,\ndensity"]),
    (
        "reinforcement: reward for the action taken",
        PURPLE,
        ["state", "policy", "action", "environment"],
    ),
]

fig, ax = diagram(11, 10.5)
for row, (name, color, texts) in enumerate(ROWS):
    y = 8.5 - STEP * row
    middle = y + HEIGHT / 2
    ax.text(0.1, y + 1.6, name, color=color, weight="bold", va="center")
    for column, text in enumerate(texts):
        box(ax, COLUMNS[column], y, WIDTH, HEIGHT, text, color=color)
    for left, right in [(0, 1), (1, 2)]:
        arrow(ax, (COLUMNS[left] + WIDTH, middle), (COLUMNS[right], middle))
    if row < 2:
        ax.text((COLUMNS[2] + WIDTH + COLUMNS[3]) / 2, middle, "vs", ha="center", va="center")
    if row == 3:
        arrow(ax, (COLUMNS[2] + WIDTH, middle), (COLUMNS[3], middle))
        below = y - 0.55
        ax.plot(
            [COLUMNS[3] + 1.2, COLUMNS[3] + 1.2, COLUMNS[0] + 1.2],
            [y, below, below],
            color=MUTED,
            linewidth=1.4,
        )
        arrow(ax, (COLUMNS[0] + 1.2, below), (COLUMNS[0] + 1.2, y))
        ax.text(5.5, below - 0.35, "reward and next state", color=MUTED, ha="center", va="center")
show(fig)
