"""The order of questions when one user's recommendations are irrelevant."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

STEPS = [
    ("replay the logged request", "wrong identity, fallback,\nold model version", PURPLE),
    ("scope: user, segment, all?", "release, stale features,\nlanguage, region", BLUE),
    ("wanted items in the catalog?", "license, missing title,\nbad metadata", ORANGE),
    ("retrieved?", "cold start, old embedding,\none click dominates", ORANGE),
    ("ranked high?", "wrong objective, skewed\nor missing feature", ORANGE),
    ("kept and displayed?", "filter, dedup, cache,\nlayout, wrong profile", ORANGE),
    ("fix, verify, monitor", "user now, system next,\nthen a test that stays", GREEN),
]
WIDTH, HEIGHT, STEP = 5.3, 1.05, 1.62

fig, ax = diagram(11, 12)
ax.text(8.3, 11.55, "suspects", color=MUTED, ha="center")
for row, (question, suspects, color) in enumerate(STEPS):
    y = 10.2 - STEP * row
    box(ax, 0.2, y, WIDTH, HEIGHT, question, color=color)
    ax.text(6.1, y + HEIGHT / 2, suspects, color=INK, va="center")
    if row < len(STEPS) - 1:
        arrow(ax, (0.2 + WIDTH / 2, y), (0.2 + WIDTH / 2, y + HEIGHT - STEP))
show(fig)
