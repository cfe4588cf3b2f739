"""Renewal rate by month of tenure, and the share of a cohort that remains."""

from figure import BLUE, INK, ORANGE, axes, show

RATES = [500 / 800, 300 / 350, 285 / 300]
MONTHS = [1, 2, 3]

remaining, share = [1.0], 1.0
for rate in RATES:
    share *= rate
    remaining.append(share)

fig, ax = axes(height=2.9)
bars = ax.bar(MONTHS, RATES, width=0.5, color="none", edgecolor=BLUE, linewidth=1.8)
for month, rate in zip(MONTHS, RATES, strict=True):
    ax.text(month, rate + 0.02, f"{rate:.1%}", color=BLUE, ha="center")
ax.text(1.9, 1.13, "renew at the end of the month", color=BLUE, ha="center")
ax.plot([0.5, 1.5, 2.5, 3.5], remaining, color=ORANGE, marker="o", linestyle="--", linewidth=1.6)
ax.text(3.6, share, "50.9% of the\ncohort remain", color=ORANGE, va="center")
ax.set(xlabel="month of tenure", ylabel="share", xticks=MONTHS, xlim=(0.3, 4.7), ylim=(0, 1.22))
ax.tick_params(colors=INK)
show(fig)
