"""The flow from raw log lines to an alert, with the feedback of the people on call."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

STEPS = [
    ("collect", "lines with time, host, service; secrets masked", MUTED),
    ("parse", "template 17: login of <*> failed after <*> ms", BLUE),
    ("window", "counts per template and minute, or sequences", BLUE),
    ("detect", "new template, robust baseline, models", ORANGE),
    ("group", "one incident from many alarms; known deploys", ORANGE),
    ("alert", "what, where, since when, sample lines, owner", GREEN),
]
fig, ax = diagram(12, 12.2)
for step, (name, what, color) in enumerate(STEPS):
    y = 10.6 - 1.85 * step
    box(ax, 0.2, y, 10.2, 1.25, "", color=color)
    ax.text(5.3, y + 0.87, name, color=color, weight="bold", ha="center", va="center")
    ax.text(5.3, y + 0.38, what, ha="center", va="center")
    if step:
        arrow(ax, (5.3, y + 1.85), (5.3, y + 1.25))
ax.plot([10.4, 11.2, 11.2], [1.97, 1.97, 5.67], color=PURPLE, linewidth=1.4)
arrow(ax, (11.2, 5.67), (10.4, 5.67), color=PURPLE)
ax.text(11.6, 3.8, "useful? noise?", color=PURPLE, rotation=90, ha="center", va="center")
show(fig)
