"""The generative story of latent Dirichlet allocation, as plates."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, arrow, box, diagram, show
from matplotlib.patches import Rectangle

fig, ax = diagram(12, 8.2)


def plate(x, y, width, height, text):
    ax.add_patch(Rectangle((x, y), width, height, fill=False, ec=MUTED, lw=1.1, ls="--"))
    ax.text(x + width - 0.15, y + 0.35, text, ha="right", va="center", color=INK)


plate(2.2, 2.6, 9.7, 5.5, "each document $d$")
plate(5.2, 3.3, 6.4, 4.5, "each token $n$")
plate(2.2, 0.1, 9.7, 2.2, "each topic $k$")
box(ax, 0.1, 5.2, 1.4, 1.2, "$\\alpha$", MUTED)
box(ax, 2.5, 5.0, 2.2, 1.6, "$\\theta_d$\ntopics of $d$", BLUE)
box(ax, 5.6, 5.0, 2.4, 1.6, "$z_{dn}$\nits topic", PURPLE)
box(ax, 9.0, 5.0, 2.3, 1.6, "$w_{dn}$\nthe word", GREEN)
box(ax, 0.1, 0.7, 1.4, 1.2, "$\\beta$", MUTED)
box(ax, 2.5, 0.5, 3.6, 1.6, "$\\varphi_k$\nwords of topic $k$", ORANGE)
arrow(ax, (1.5, 5.8), (2.5, 5.8))
arrow(ax, (4.7, 5.8), (5.6, 5.8))
arrow(ax, (8.0, 5.8), (9.0, 5.8))
arrow(ax, (1.5, 1.3), (2.5, 1.3))
arrow(ax, (6.1, 1.7), (9.8, 5.0))
show(fig)
