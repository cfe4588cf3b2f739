"""The timeline of one training row: observation, snapshot, gap and outcome window."""

from figure import BLUE, GRID, INK, MUTED, ORANGE, axes, show

fig, ax = axes(height=2.5)
PARTS = [
    (70, 100, "observation\n30 days: features", BLUE),
    (100, 107, "gap", MUTED),
    (107, 137, "outcome\n30 days: label", ORANGE),
]
for start, end, text, color in PARTS:
    ax.barh(0, end - start, left=start, height=0.8, color=GRID, edgecolor=color, linewidth=1.8)
    ax.text((start + end) / 2, 0, text, color=color, ha="center", va="center")
ax.annotate(
    "snapshot: score,\nthen act in the gap",
    (100, 0.42),
    (100, 1.35),
    color=INK,
    ha="center",
    va="center",
    arrowprops={"arrowstyle": "-|>", "color": MUTED},
)
ax.annotate(
    "cancellation call",
    (110, -0.42),
    (114, -1.05),
    color=INK,
    ha="left",
    va="center",
    arrowprops={"arrowstyle": "-|>", "color": MUTED},
)
ax.text(85, -1.05, "only this part may\nbecome features", color=BLUE, ha="center", va="center")
ax.set(xlabel="day", xlim=(66, 141), ylim=(-1.45, 1.75), yticks=[], xticks=[70, 100, 107, 137])
ax.spines["left"].set_visible(False)
show(fig)
