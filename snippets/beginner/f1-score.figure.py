"""The arithmetic and the harmonic mean of a precision of 0.9 and any recall."""

from figure import BLUE, MUTED, ORANGE, axes, show

precision = 0.9
recall = [n / 200 for n in range(1, 201)]
arithmetic = [(precision + r) / 2 for r in recall]
harmonic = [2 * precision * r / (precision + r) for r in recall]

fig, ax = axes(height=3.0)
ax.plot(recall, arithmetic, color=ORANGE, linestyle="--")
ax.plot(recall, harmonic, color=BLUE)
ax.text(0.20, 0.72, "arithmetic mean", color=ORANGE, ha="left")
ax.text(0.42, 0.44, "F1, the harmonic mean", color=BLUE, ha="left")
for value, color, offset in [(0.5, ORANGE, (9, -10)), (0.18, BLUE, (9, -6))]:
    ax.plot(0.1, value, color=color, marker="o", markersize=6)
    ax.annotate(f"{value:.2f}", (0.1, value), offset, textcoords="offset points", color=color)
ax.axvline(0.1, color=MUTED, linestyle=":", linewidth=1.2)
ax.set(xlabel="recall, while precision is 0.9", ylabel="mean", xlim=(0, 1), ylim=(0, 1))
show(fig)
