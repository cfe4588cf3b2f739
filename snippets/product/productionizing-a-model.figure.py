"""The ladder of a release: how many users the new model answers, and what stops it."""

from figure import BLUE, GREEN, INK, MUTED, ORANGE, PURPLE, axes, show

STEPS = [
    ("tests", 0, "gate: contract, parity, quality, load", MUTED),
    ("shadow", 0, "stop: differs without reason, too slow", PURPLE),
    ("canary", 5, "roll back: errors, latency, odd scores", ORANGE),
    ("A/B test", 50, "stop: a guardrail fails, no gain", BLUE),
    ("all", 100, "roll back: alarm; keep the old version", GREEN),
]

fig, ax = axes(height=3.4)
for row, (_, share, rule, color) in enumerate(reversed(STEPS)):
    ax.barh(row, share, height=0.36, color=color)
    ax.text(share + 2, row, f"{share}%", color=color, va="center")
    ax.text(2, row + 0.26, rule, color=INK, va="bottom")
ax.set_yticks(range(len(STEPS)), [step[0] for step in reversed(STEPS)])
ax.tick_params(left=False)
ax.set(xlabel="answers that come from the new model, %", xlim=(0, 117), ylim=(-0.4, 4.8))
ax.set_xticks([0, 25, 50, 75, 100])
show(fig)
