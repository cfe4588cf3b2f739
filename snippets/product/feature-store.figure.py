"""The two halves of a feature store, filled from one definition, and who reads which."""

from figure import BLUE, GREEN, MUTED, ORANGE, PURPLE, arrow, box, diagram, show

fig, ax = diagram(11, 8.6)
box(ax, 2.2, 7.1, 6.6, 1.3, "", color=PURPLE)
ax.text(5.5, 8.0, "registry: definitions", color=PURPLE, weight="bold", ha="center", va="center")
ax.text(5.5, 7.5, "entity, source, code, TTL, owner", ha="center", va="center")
box(ax, 2.2, 5.1, 6.6, 1.1, "transformations", color=MUTED)
arrow(ax, (5.5, 7.1), (5.5, 6.2))

for x, name, what, color in [
    (0.2, "offline store", "all values, with times", BLUE),
    (6.2, "online store", "last value per key", GREEN),
]:
    box(ax, x, 2.7, 4.6, 1.3, "", color=color)
    ax.text(x + 2.3, 3.6, name, color=color, weight="bold", ha="center", va="center")
    ax.text(x + 2.3, 3.1, what, ha="center", va="center")
arrow(ax, (3.4, 5.1), (2.9, 4.0))
ax.text(7.7, 4.55, "streams", color=MUTED, va="center")
arrow(ax, (7.3, 5.1), (7.6, 4.0))
arrow(ax, (4.8, 3.35), (6.2, 3.35))
ax.text(5.5, 2.35, "materialize", color=MUTED, ha="center", va="center")

for x, name, reads, color in [
    (0.2, "training", "as-of join", BLUE),
    (6.2, "service", "lookup in ms", GREEN),
]:
    box(ax, x, 0.3, 4.6, 0.9, name, color=ORANGE)
    arrow(ax, (x + 2.3, 2.7), (x + 2.3, 1.2))
    ax.text(x + (0.3 if x < 1 else 2.5), 1.75, reads, color=color, va="center")
show(fig)
