"""Six steps from an alarm to prevention, with the question that each one answers."""

from figure import BLUE, GREEN, INK, ORANGE, PURPLE, arrow, box, diagram, show

STEPS = [
    ("1 confirm", "is the metric itself right?", PURPLE),
    ("2 limit", "roll back, fall back, or stop?", ORANGE),
    ("3 timeline", "what changed at that hour?", BLUE),
    ("4 localize", "segment, feature, version?", BLUE),
    ("5 root cause", "does it explain all of the drop?", BLUE),
    ("6 prevent", "which check would have caught it?", GREEN),
]
fig, ax = diagram(11, 8.4)
for row, (name, question, color) in enumerate(STEPS):
    y = 7.2 - 1.36 * row
    box(ax, 0.2, y, 3.6, 0.95, name, color=color)
    ax.text(4.3, y + 0.48, question, color=INK, va="center")
    if row:
        arrow(ax, (2.0, y + 1.36), (2.0, y + 0.98))
show(fig)
