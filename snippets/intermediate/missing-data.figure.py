"""Which values of y go missing under three mechanisms."""

import contextlib
import io
import runpy
from pathlib import Path

import numpy as np
from figure import BLUE, MUTED, ORANGE, plt, show

with contextlib.redirect_stdout(io.StringIO()):
    program = runpy.run_path(str(Path(__file__).with_name("missing-data.py")))

rows = slice(0, 150)
x, y = program["x"][rows], program["y"][rows]
titles = {
    "MCAR": "MCAR\nwhatever x and y are",
    "MAR": "MAR\noften where x > 0",
    "MNAR": "MNAR\noften where y > 0",
}
fig, panels = plt.subplots(1, 3, figsize=(4.8, 2.9), sharey=True)
for ax, (mechanism, chance) in zip(panels, program["chance"].items(), strict=True):
    missing = np.random.default_rng(3).random(len(x)) < chance[rows]
    ax.plot(x[missing], y[missing], "o", color=ORANGE, markersize=4, markerfacecolor="none")
    ax.plot(x[~missing], y[~missing], "o", color=BLUE, markersize=3)
    ax.axhline(y.mean(), color=MUTED, linestyle=":", linewidth=1.3)
    ax.axhline(y[~missing].mean(), color=BLUE, linestyle="--", linewidth=1.6)
    ax.set_title(titles[mechanism], fontsize=9.5)
    ax.set(xlabel="x", xlim=(-3, 3), ylim=(-3.2, 3.2))
    ax.set_xticks([-2, 0, 2])
panels[0].set_ylabel("y")
show(fig)
