"""Five-fold cross-validation: which block is held out in which round, and the final refit."""

from figure import BLUE, GREEN, GRID, INK, MUTED, ORANGE, PAPER, diagram, show
from matplotlib.patches import Rectangle

scores = [0.82, 0.78, 0.85, 0.80, 0.75]

fig, ax = diagram(10, 8)
ax.text(1.9, 7.6, "the same rows, cut into five folds", color=INK)
ax.text(9.1, 7.6, "score", color=INK, ha="center")
for i, score in enumerate(scores):
    y = 6.45 - i
    ax.text(0.1, y + 0.35, f"round {i + 1}", va="center")
    for j in range(5):
        held_out = i == j
        ax.add_patch(
            Rectangle(
                (1.9 + 1.26 * j, y),
                1.16,
                0.7,
                fc=ORANGE if held_out else GRID,
                ec=ORANGE if held_out else MUTED,
                alpha=0.9,
            )
        )
        ax.text(
            2.48 + 1.26 * j,
            y + 0.35,
            "score" if held_out else "fit",
            ha="center",
            va="center",
            color=PAPER if held_out else INK,
            weight="bold" if held_out else "normal",
        )
    ax.text(9.1, y + 0.35, f"{score:.2f}", ha="center", va="center", color=ORANGE)
ax.text(9.1, 1.95, "mean 0.80", ha="center", va="center", color=BLUE, weight="bold")
ax.add_patch(Rectangle((1.9, 0.6), 6.2, 0.7, fc="none", ec=GREEN, lw=1.6))
ax.text(0.1, 0.95, "ship", va="center")
ax.text(5.0, 0.95, "refit on all five folds", ha="center", va="center", color=GREEN)
show(fig)
