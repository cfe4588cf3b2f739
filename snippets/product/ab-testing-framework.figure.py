"""Four outcomes of one test as confidence intervals, and the decision that each calls for."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PAPER, PURPLE, axes, show

HALF_WIDTH = 0.7  # percentage points, with 25,580 users per arm
MDE = 1.0
OUTCOMES = [
    (1.1, "ship, if the guardrails hold", GREEN, "o"),
    (0.5, "unclear: follow the plan", PURPLE, "D"),
    (0.1, "flat: no gain of 1 point", BLUE, "s"),
    (-1.0, "stop: it does harm", ORANGE, "v"),
]

fig, ax = axes(height=2.9)
ax.axvline(0, color=INK, linewidth=1.2)
ax.axvline(MDE, color=MUTED, linestyle="--", linewidth=1.2)
for row, (effect, decision, color, marker) in enumerate(reversed(OUTCOMES)):
    ax.plot([effect - HALF_WIDTH, effect + HALF_WIDTH], [row, row], color=color)
    ax.plot(effect, row, color=color, marker=marker, markersize=7)
    label = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
    ax.text(effect, row + 0.22, decision, color=color, ha="center", bbox=label)
ax.text(MDE + 0.06, -0.5, "minimum\ndetectable effect", color=MUTED, va="center")
ax.set(
    xlabel="effect on the 7-day return rate, percentage points",
    xlim=(-2.1, 2.3),
    ylim=(-0.8, 3.6),
    yticks=[],
)
ax.spines["left"].set_visible(False)
show(fig)
