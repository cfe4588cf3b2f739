"""One sample of deliveries seen as amounts, with a line, and as classes, with a probability."""

import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
from figure import BLUE, MUTED, ORANGE, PURPLE, plt, show

with redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("classification-vs-regression.py")))
km, minutes = program["samples"][0]
late = minutes > program["promise"]
grid = np.linspace(0, 8, 81)

fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 4.8), sharex=True)
for group, marker, color in [(~late, "o", BLUE), (late, "^", ORANGE)]:
    top.plot(km[group], minutes[group], marker, color=color, markersize=5, alpha=0.8)
    bottom.plot(km[group], late[group], marker, color=color, markersize=5, alpha=0.8)
top.plot(grid, np.polyval(np.polyfit(km, minutes, 1), grid), color=PURPLE)
top.axhline(program["promise"], color=MUTED, linestyle="--", linewidth=1.2)
top.text(0, 46.5, "promise: 45", color=MUTED)
top.text(8, 24, "on time", color=BLUE, ha="right")
top.text(3.2, 62, "late", color=ORANGE, ha="right")
top.set(ylabel="minutes")
top.set_title("regression: how many minutes?", loc="left")
for fit, style, color in [("by_regression", "-", PURPLE), ("by_classification", ":", ORANGE)]:
    bottom.plot(grid, [program[fit](km, minutes, at) for at in grid], style, color=color)
bottom.text(5.8, 0.45, "from minutes", color=PURPLE)
bottom.text(0.6, 0.2, "from late or not", color=ORANGE)
bottom.set(xlabel="kilometers", ylabel="probability of late", yticks=[0, 0.5, 1])
bottom.set_title("classification: late or not?", loc="left")
show(fig)
