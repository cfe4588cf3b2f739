"""From the problem to a model: requirements first, then a ladder of models on the same folds."""

from figure import BLUE, GREEN, MUTED, ORANGE, arrow, box, diagram, show

fig, ax = diagram(12, 13)
steps = [
    ("1. Task, decision, metric\nwhat does each error cost?", BLUE),
    ("2. Constraints\nlatency, cost, law, updates, reading", BLUE),
    ("3. Baseline\nconstant, last value, present rule", ORANGE),
    ("4. Simple model\nregularized linear", ORANGE),
    ("5. Strong model\nboosted trees or pre-trained network", ORANGE),
    ("6. Same folds, intervals,\ncalibration, cost to serve", BLUE),
    ("7. Simplest within the noise\ntest once, ship, monitor", GREEN),
]
for i, (text, color) in enumerate(steps):
    y = 11.5 - 1.85 * i
    box(ax, 1.7, y, 8.6, 1.35, text, color)
    if i:
        arrow(ax, (6, y + 1.85), (6, y + 1.37))
ax.plot([10.3, 11.2, 11.2], [2.92, 2.92, 5.5], color=MUTED, linewidth=1.4)
arrow(ax, (11.2, 5.5), (10.3, 5.5))
ax.text(11.55, 4.2, "errors suggest features", color=MUTED, rotation=90, va="center", ha="center")
show(fig)
