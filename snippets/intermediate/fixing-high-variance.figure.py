"""Bias², variance and noise of one unstable model under several remedies, as stacked bars."""

from pathlib import Path

from figure import BLUE, GRID, INK, ORANGE, axes, show

lines = Path(__file__).with_name("fixing-high-variance.out").read_text().splitlines()[1:]
rows = [(line[:22].strip(), *map(float, line[22:].split())) for line in lines]
rows = [row for row in rows if not row[0].endswith("1 tree")]

fig, ax = axes(height=3.4)
for y, (_, bias2, variance, total) in enumerate(rows):
    ax.barh(y, bias2, color=BLUE, height=0.62)
    ax.barh(y, variance, left=bias2, color=ORANGE, height=0.62, hatch="///", edgecolor="none")
    ax.barh(y, total - bias2 - variance, left=bias2 + variance, color=GRID, height=0.62)
    ax.text(total + 0.4, y, f"{total:.1f}", va="center", color=INK)
top = rows[0]
for x, label, color in [
    (top[1] / 2, "bias²", BLUE),
    (top[1] + top[2] / 2, "variance (hatched)", ORANGE),
    (top[3] - 2, "noise", INK),
]:
    ax.text(x, -0.5, label, ha="center", va="bottom", color=color)
ax.set_yticks(range(len(rows)), [row[0] for row in rows])
ax.set(xlabel="expected squared error", xlim=(0, 27), ylim=(len(rows) - 0.5, -1))
ax.tick_params(axis="y", length=0)
show(fig)
