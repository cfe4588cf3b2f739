"""The cascade of a spam filter: cheap checks first, and what each does with the mail."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

STAGES = [
    ("connection and reputation", "IP, domain, rate", MUTED, "reject 50%,\nbefore the body"),
    ("authentication", "SPF, DKIM, DMARC", BLUE, "a verdict: one\nsignal of several"),
    ("light model", "all features, 0.1 ms", GREEN, "clear cases:\ninbox or junk"),
    ("heavy model", "text and images, 20 ms", ORANGE, "decides the\nuncertain tenth"),
    ("action", "policy of user and domain", PURPLE, "inbox, junk,\nquarantine"),
]
WIDTH, HEIGHT, STEP = 6.2, 1.3, 2.0

fig, ax = diagram(11, 10.4)
for row, (name, means, color, outcome) in enumerate(STAGES):
    y = 8.8 - STEP * row
    box(ax, 0.2, y, WIDTH, HEIGHT, "", color=color)
    ax.text(0.2 + WIDTH / 2, y + 0.9, name, color=color, weight="bold", ha="center", va="center")
    ax.text(0.2 + WIDTH / 2, y + 0.4, means, ha="center", va="center")
    arrow(ax, (0.2 + WIDTH, y + HEIGHT / 2), (7.3, y + HEIGHT / 2))
    ax.text(7.45, y + HEIGHT / 2, outcome, color=INK, va="center")
    if row < len(STAGES) - 1:
        arrow(ax, (0.2 + WIDTH / 2, y), (0.2 + WIDTH / 2, y + HEIGHT - STEP))
ax.text(0.2 + WIDTH / 2, 0.25, "reports and appeals return as labels", color=MUTED, ha="center")
show(fig)
