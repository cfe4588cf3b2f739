"""The flow of an A/B test: one population, a coin, two variants, one comparison."""

from figure import BLUE, GREEN, MUTED, ORANGE, arrow, box, diagram, show

fig, ax = diagram(10, 9.6)
box(ax, 2.2, 8.2, 5.6, 1.2, "62,500 users who\nreach the checkout", MUTED)
box(ax, 2.2, 6.2, 5.6, 1.2, "coin: hash of user id\nand experiment name", MUTED)
box(ax, 0.2, 3.9, 4.4, 1.3, "A, control: 31,250\nthe old page", BLUE)
box(ax, 5.4, 3.9, 4.4, 1.3, "B, treatment: 31,250\nthe new page", ORANGE)
box(ax, 0.2, 2.2, 4.4, 0.9, "4.96% bought", BLUE)
box(ax, 5.4, 2.2, 4.4, 0.9, "5.52% bought", ORANGE)
box(ax, 1.4, 0.2, 7.2, 1.2, "B − A = 0.56 points\n95% interval 0.21 to 0.91", GREEN)
arrow(ax, (5, 8.2), (5, 7.4))
for x, foot in ((2.4, 3.4), (7.6, 6.6)):
    arrow(ax, (5, 6.2), (x, 5.2))
    arrow(ax, (x, 3.9), (x, 3.1))
    arrow(ax, (x, 2.2), (foot, 1.4))
show(fig)
