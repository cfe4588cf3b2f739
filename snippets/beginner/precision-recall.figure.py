"""The precision-recall curve of ten scored transactions, one point per threshold."""

from figure import BLUE, MUTED, axes, show

# From the highest score down: is the transaction a fraud?
ranked = [True, True, False, True, False, False, True, False, False, False]
frauds = sum(ranked)

found = [sum(ranked[:n]) for n in range(1, len(ranked) + 1)]
precision = [tp / n for n, tp in enumerate(found, 1)]
recall = [tp / frauds for tp in found]

fig, ax = axes()
ax.axhline(frauds / len(ranked), color=MUTED, linestyle="--", linewidth=1.2)
ax.text(0.02, 0.34, "flag at random: 0.40, the prevalence", color=MUTED)
# Steps, not slanted lines: between two points precision does not move in a straight line.
ax.plot([0, *recall], [1, *precision], color=BLUE, drawstyle="steps-pre")
ax.plot(recall, precision, color=BLUE, marker="o", markersize=5, linestyle="none")
for n, label, offset in [
    (2, "flag at 0.9", (6, 2)),
    (4, "at 0.7", (6, 4)),
    (7, "at 0.4", (-40, 6)),
]:
    ax.annotate(label, (recall[n - 1], precision[n - 1]), offset, textcoords="offset points")
ax.set(xlabel="recall", ylabel="precision", xlim=(0, 1.04), ylim=(0.28, 1.08))
show(fig)
