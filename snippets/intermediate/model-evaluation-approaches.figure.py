"""The stages of evaluating a model, and what stops it at each."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

# Stage, what it consists of, what stops the model there, color
STAGES = [
    ("decision", "who acts, cost of each error", "no decision changes", MUTED),
    ("metric and bar", "baseline, least gain that pays", "below the bar", BLUE),
    ("split", "time, groups, leakage checks", "leak found", BLUE),
    ("slices, stress tests", "intervals, calibration", "a slice breaks", ORANGE),
    ("shadow, canary", "live inputs, few users", "errors, latency", PURPLE),
    ("A/B test", "goal and guardrail metrics", "a guardrail worsens", GREEN),
]

fig, ax = diagram(10.4, 11.6)
for i, (stage, content, stop, color) in enumerate(STAGES):
    y = 9.7 - 1.9 * i
    box(ax, 0.1, y, 6.0, 1.3, "", color=color)
    ax.text(3.1, y + 0.88, stage, weight="bold", color=color, ha="center", va="center")
    ax.text(3.1, y + 0.4, content, color=INK, ha="center", va="center")
    arrow(ax, (6.1, y + 0.65), (7.0, y + 0.65))
    ax.text(7.1, y + 0.65, stop, color=MUTED, va="center")
    if i < len(STAGES) - 1:
        arrow(ax, (3.1, y), (3.1, y - 0.6))
ax.text(7.1, 11.2, "stop if", color=MUTED, weight="bold")
show(fig)
