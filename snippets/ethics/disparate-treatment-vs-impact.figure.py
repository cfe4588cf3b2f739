"""Three selection ratios with their 95% intervals, against four fifths and against parity."""

from figure import BLUE, INK, MUTED, axes, show

# Ratio and interval as the page's program computes and prints them.
cases = [
    ("30/100\nagainst\n50/100", 0.60, 0.42, 0.86),
    ("3/10\nagainst\n5/10", 0.60, 0.19, 1.86),
    ("4,275/5,000\nagainst\n4,500/5,000", 0.95, 0.94, 0.96),
]

fig, ax = axes(4.8, 3.0)
for row, (_, ratio, low, high) in enumerate(cases):
    ax.plot([low, high], [row, row], color=BLUE, solid_capstyle="butt", linewidth=2.4)
    ax.plot(ratio, row, color=BLUE, marker="o", markersize=7)
    above = (0, 8) if ratio < 0.8 else (22, -4)  # clear of the line of equal rates
    ax.annotate(f"{ratio:.2f}", (ratio, row), above, textcoords="offset points", ha="center")
for value, label, style, side in [
    (0.8, "four fifths", "--", "right"),
    (1.0, "equal rates", "-", "left"),
]:
    ax.axvline(value, color=MUTED, linestyle=style, linewidth=1.2, zorder=0)
    nudge = (-5 if side == "right" else 5, 0)
    ax.annotate(
        label, (value, -0.62), nudge, textcoords="offset points", color=MUTED, ha=side, va="center"
    )
ax.set_xscale("log")
ax.set_xticks([0.2, 0.4, 0.6, 0.8, 1.0, 1.8], ["0.2", "0.4", "0.6", "0.8", "1", "1.8"])
ax.minorticks_off()
ax.set(ylim=(2.5, -0.85), xlim=(0.17, 2.1), xlabel="ratio of selection rates, with 95% interval")
ax.set_yticks(range(3), [name for name, *_ in cases], color=INK, multialignment="right")
ax.tick_params(axis="y", length=0)
ax.spines["left"].set_visible(False)
show(fig)
