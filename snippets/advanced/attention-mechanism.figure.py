"""One attention lookup: a query, three keys, their scores and weights, the mix of values."""

from math import exp

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show
from matplotlib.patches import Rectangle

keys = ["(1, 1, 0, 0)", "(0, 0, 1, 1)", "(1, 0, 1, 0)"]
values = ["(10, 0)", "(0, 10)", "(10, 10)"]
scores = [2, 0, 1]
weights = [exp(s) / sum(map(exp, scores)) for s in scores]

fig, ax = diagram(14, 14)
fig.set_layout_engine("none")
rows = [("query", 12.9), ("keys", 10.3), ("scores", 8.6), ("weights", 6.6), ("values", 4.1)]
for name, y in [*rows, ("output", 1.1)]:
    ax.text(0.2, y, name, va="center", color=MUTED)

box(ax, 5.2, 12.2, 5.2, 1.4, "$q_3$ = (2, 2, 0, 0)", ORANGE)
box(ax, 3.2, 0.4, 9.2, 1.4, "0.67 $v_1$ + 0.09 $v_2$ + 0.24 $v_3$ = (9.1, 3.3)", GREEN)
for j in range(3):
    x = 2.8 + 3.8 * j
    middle = x + 1.7
    arrow(ax, (7.8, 12.2), (middle, 11.05))
    box(ax, x, 9.6, 3.4, 1.4, f"$k_{j + 1}$ {keys[j]}", BLUE)
    ax.text(middle, 8.6, f"{2 * scores[j]} / 2 = {scores[j]}", ha="center", va="center")
    ax.add_patch(Rectangle((middle - 0.5, 5.9), 1, 2 * weights[j], fc=PURPLE, ec=PURPLE))
    ax.text(middle + 0.7, 6.2, f"{weights[j]:.2f}", va="center", color=INK)
    box(ax, x, 3.4, 3.4, 1.4, f"$v_{j + 1}$ {values[j]}", GREEN)
    arrow(ax, (middle, 3.4), (min(max(middle, 5), 10.6), 1.85))
show(fig)
