"""Two trees for nearly the same rows: only five of 178 were left out of the second."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

with redirect_stdout(io.StringIO()):
    g = runpy.run_path(str(Path(__file__).with_name("decision-tree-pros-cons.py")))
COLORS = [GREEN, PURPLE, MUTED]

fig, ax = diagram(12, 11.4)


def draw(fitted, title, top, color):
    """Questions in boxes, yes to the left; a leaf shows its class and its share of it."""
    t = fitted.tree_

    def label(node):
        return f"{g['names'][t.feature[node]].replace('_', ' ')}\n≤ {t.threshold[node]:.2f}?"

    def leaf(node, x):
        shares = t.value[node][0]
        k = shares.argmax()
        box(ax, x, top - 5.1, 2.6, 1.05, f"wine {k}\n{shares[k]:.0%}", COLORS[k])

    ax.text(0.2, top - 0.55, title, va="center")
    box(ax, 4, top - 1.5, 4, 1.1, label(0), color)
    for node, x in [(t.children_left[0], 1.2), (t.children_right[0], 7)]:
        arrow(ax, (6 + (x - 4) / 6, top - 1.5), (x + 1.9, top - 2.2))
        box(ax, x, top - 3.3, 3.8, 1.1, label(node), color)
        for child, shift in [(t.children_left[node], -1), (t.children_right[node], 1.9)]:
            arrow(ax, (x + 1.9, top - 3.3), (x + shift + 1.3, top - 4.05))
            leaf(child, x + shift)


draw(g["tree"](g["everything"]), "178 rows", 11.3, BLUE)
draw(g["tree"](g["fewer"]), "173 rows", 5.5, ORANGE)
show(fig)
