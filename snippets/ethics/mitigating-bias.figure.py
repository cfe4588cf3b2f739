"""The share of right decisions against the gap, for two meanings of the gap."""

import contextlib
import io
import runpy
from pathlib import Path

from figure import BLUE, ORANGE, axes, show

program = Path(__file__).with_name("mitigating-bias.py")
with contextlib.redirect_stdout(io.StringIO()):
    policies = list(runpy.run_path(str(program))["policies"]())

fig, ax = axes(4.8, 3.3)
lines = [(2, BLUE, "-", "o", "approval rates"), (3, ORANGE, "--", "s", "TPR")]
for column, color, style, marker, _ in lines:
    points = sorted((abs(policy[column]), policy[4]) for policy in policies)
    best, frontier = 0, []
    for gap, right in points:
        if right > best + 1e-9:
            best = right
            frontier.append((gap, right))
    gaps, rights = zip(*[*frontier, (0.6, best)], strict=True)
    ax.plot(gaps, rights, color=color, linestyle=style, drawstyle="steps-post")
    ax.plot(gaps, rights, color=color, linestyle="none", marker=marker, markersize=6)
ax.text(0.29, 0.7095, "gap in approval rates", color=BLUE, va="top")
ax.text(0.13, 0.7145, "gap in TPR", color=ORANGE, ha="left", va="bottom")
ax.set(xlim=(-0.01, 0.56), ylim=(0.655, 0.725), xlabel="gap between the groups")
ax.set_ylabel("share of right decisions")
ax.set_yticks([0.66, 0.68, 0.70, 0.72], ["66%", "68%", "70%", "72%"])
show(fig)
