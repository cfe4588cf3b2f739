"""Precision by age of the cohort, naive and corrected for labels that have not arrived."""

import runpy
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from figure import BLUE, ORANGE, axes, show

with redirect_stdout(StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("model-monitoring.py")))

flagged, ages = program["flagged"], list(program["known_hits"])
naive = [100 * program["so_far"](hits, flagged) for hits in program["known_hits"].values()]
pairs = [
    program["corrected"](hits, flagged, program["ARRIVED"][age])
    for age, hits in program["known_hits"].items()
]
place = range(len(ages))
fig, ax = axes(height=3.1)
ax.plot(place, naive, color=ORANGE, linestyle="--", marker="s")
ax.errorbar(
    place,
    [100 * p for p, _ in pairs],
    [196 * e for _, e in pairs],
    color=BLUE,
    marker="o",
    capsize=4,
)
ax.text(2.0, 47.5, "corrected for delay", color=BLUE, ha="left")
ax.text(0.75, 14, "labels so far", color=ORANGE, ha="left")
ax.set(xlabel="age of the cohort, weeks", ylabel="precision of alerts, %", ylim=(0, 52))
ax.set_xticks(place, [str(age) for age in ages])
show(fig)
