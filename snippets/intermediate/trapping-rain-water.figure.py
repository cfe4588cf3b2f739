"""The bars 4, 2, 3, 0, 1, 5, 1, 2 and the water that stands above them."""

from figure import BLUE, INK, MUTED, PAPER, axes, show

height = [4, 2, 3, 0, 1, 5, 1, 2]
water = [
    min(max(height[: i + 1]), max(height[i:])) - bar for i, bar in enumerate(height)
]  # 0, 2, 1, 4, 3, 0, 1, 0

fig, ax = axes(height=2.9)
ax.bar(range(8), height, width=1, color=MUTED, edgecolor=PAPER)
ax.bar(
    range(8),
    water,
    bottom=height,
    width=1,
    color="none",
    edgecolor=BLUE,
    hatch="//",
    linewidth=1.2,
)
for i, (bar, amount) in enumerate(zip(height, water, strict=True)):
    if amount:
        ax.text(
            i,
            bar + amount / 2,
            str(amount),
            ha="center",
            va="center",
            color=INK,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5},
        )
ax.set(xlabel="bar", ylabel="height", xticks=range(8), yticks=range(6), ylim=(0, 5.4))
show(fig)
