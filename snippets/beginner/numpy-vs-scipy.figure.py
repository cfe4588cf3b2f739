"""Which package requires which: everything rests on NumPy."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(12, 7.2)
box(ax, 2.9, 0.3, 6.2, 1.4, "NumPy\narrays and their arithmetic", BLUE)
box(ax, 0.3, 2.9, 5.2, 1.4, "SciPy\nnumerical algorithms", ORANGE)
box(ax, 6.5, 2.9, 5.2, 1.4, "pandas\nlabeled tables", PURPLE)
box(ax, 0.3, 5.5, 5.2, 1.4, "scikit-learn\nmachine learning", GREEN)
arrow(ax, (2.9, 2.9), (4.4, 1.75))
arrow(ax, (9.1, 2.9), (7.6, 1.75))
arrow(ax, (2.9, 5.5), (2.9, 4.35))
ax.text(6.5, 6.35, "arrow: requires", color=MUTED, va="center")
ax.text(6.5, 5.55, "optional under pandas:\nApache Arrow", color=MUTED, va="center")
show(fig)
