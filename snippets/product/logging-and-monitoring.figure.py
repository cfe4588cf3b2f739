"""The way back from a bad prediction to code and data, and the key that each step needs."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(11, 8.6)
box(ax, 2.8, 7.4, 5.4, 1.0, "a bad prediction", color=ORANGE)
box(ax, 2.8, 5.5, 5.4, 1.0, "log record", color=BLUE)
box(ax, 0.3, 3.3, 4.9, 1.2, "registry:\ntraining run", color=PURPLE)
box(ax, 5.8, 3.3, 4.9, 1.2, "feature\ndefinition", color=PURPLE)
box(ax, 0.3, 0.5, 4.9, 1.4, "training data,\ncode, parameters", color=GREEN)
box(ax, 5.8, 0.5, 4.9, 1.4, "source tables,\ncode", color=GREEN)
arrow(ax, (5.5, 7.4), (5.5, 6.55))
arrow(ax, (4.2, 5.5), (2.75, 4.55))
arrow(ax, (6.8, 5.5), (8.25, 4.55))
arrow(ax, (2.75, 3.3), (2.75, 1.95))
arrow(ax, (8.25, 3.3), (8.25, 1.95))
for x, y, key in [
    (5.7, 6.97, "request id"),
    (0.5, 5.05, "model version"),
    (8.05, 5.05, "feature version"),
    (2.95, 2.62, "data version, commit"),
    (8.45, 2.62, "snapshot"),
]:
    ax.text(x, y, key, color=MUTED, va="center")
show(fig)
