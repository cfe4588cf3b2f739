"""P-values of 1,000 replayed A/A tests, by an honest analysis and by a wrong one."""

import runpy
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from figure import BLUE, INK, MUTED, ORANGE, show

with redirect_stdout(StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("ab-vs-aa-testing.py")))

fig, axs = plt.subplots(2, 1, figsize=(4.8, 4.4), sharex=True, sharey=True)
for ax, name, title, color in (
    (axs[0], "per_user", "analyzed per user", BLUE),
    (axs[1], "per_view", "analyzed per view", ORANGE),
):
    p = program["replay"](program[name], program["clicks"], program["views"])
    ax.hist(p, 20, range=(0, 1), color=color, rwidth=0.9)
    ax.axhline(50, color=MUTED, linestyle="--", linewidth=1.2)
    ax.set_title(f"{title}: {np.mean(p < 0.05):.1%} below 0.05", color=INK, loc="left")
    ax.set(ylabel="A/A tests", xlim=(0, 1))
axs[0].text(0.99, 75, "expected: 50 in each bar", color=MUTED, ha="right")
axs[1].set_xlabel("p-value")
show(fig)
