"""Twelve customers and the two cuts of one search: least log loss, least sum of squares."""

from figure import BLUE, INK, ORANGE, PAPER, PURPLE, axes, show

visits = [1, 2, 3, 1, 2, 3, 11, 12, 13, 11, 12, 13]
tickets = [0, 1, 2, 5, 6, 7, 0, 1, 2, 5, 6, 7]
left = [0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1]

fig, ax = axes(height=3.3)
ax.axhline(3.5, color=BLUE, linewidth=1.8)
ax.text(8.4, 3.65, "least log loss", color=BLUE)
ax.text(8.4, 2.95, "supervised: uses y", color=BLUE)
ax.axvline(7, color=PURPLE, linestyle="--", linewidth=1.8)
ax.text(6.7, 7.7, "least sum of squares", color=PURPLE, ha="right")
ax.text(7.3, 7.7, "unsupervised: only X", color=PURPLE)
for x, t, gone in zip(visits, tickets, left, strict=True):
    ax.plot(
        x,
        t,
        color=ORANGE if gone else INK,
        marker="X" if gone else "o",
        markerfacecolor=ORANGE if gone else PAPER,
        markersize=8,
    )
ax.text(3.45, 6.83, "left", color=ORANGE)
ax.text(3.45, 1.83, "stayed")
ax.set(xlabel="visits per month", ylabel="support tickets", xlim=(0, 14.2), ylim=(-0.6, 8.3))
show(fig)
