"""The stages of a project, the reason to stop at each, and the two loops."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

STAGES = [
    ("1  frame", "stop: no decision would change", BLUE),
    ("2  data, then split", "stop: no labels, no rights", BLUE),
    ("3  baseline", "stop: it is good enough", PURPLE),
    ("4  model, tune, errors", "stop: gain within noise", PURPLE),
    ("5  test, once", "stop: fails the bar", PURPLE),
    ("6  ship in steps", "stop: guardrail breaks", GREEN),
    ("7  watch, retrain", "stop: costs exceed value", ORANGE),
]
TOP, STEP, HEIGHT = 9.0, 1.4, 0.9

fig, ax = diagram(12, 10.2)
for stage, (name, stop, color) in enumerate(STAGES):
    y = TOP - STEP * stage
    box(ax, 1.2, y, 4.5, HEIGHT, name, color=color)
    ax.text(5.95, y + HEIGHT / 2, stop, color=MUTED, va="center")
    if stage < len(STAGES) - 1:
        arrow(ax, (3.45, y), (3.45, y + HEIGHT - STEP))


def loop(start, end, side, edge):
    """An arrow outside the boxes from one stage back to an earlier one."""
    low, high = (TOP - STEP * stage + HEIGHT / 2 for stage in (start, end))
    ax.plot([edge, side, side], [low, low, high], color=MUTED, linewidth=1.4)
    arrow(ax, (side, high), (edge, high))


loop(3, 1, 0.5, 1.2)
ax.plot([3.45, 3.45, 11.6, 11.6], [0.6, 0.2, 0.2, TOP + HEIGHT / 2], color=MUTED, linewidth=1.4)
arrow(ax, (11.6, TOP + HEIGHT / 2), (11.15, TOP + HEIGHT / 2))
show(fig)
