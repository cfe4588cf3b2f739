"""Learning curves of three classifiers, from the output of the page's program."""

from pathlib import Path

from figure import BLUE, MUTED, ORANGE, axes, show

lines = Path(__file__).with_name("classifier-vs-training-set-size.out").read_text().splitlines()
table = [[float(cell.replace(",", "")) for cell in line.split()] for line in lines[1:]]
rows, bayes, logistic, forest = zip(*table, strict=True)

fig, ax = axes(height=3.3)
ax.plot(rows, bayes, color=MUTED, linestyle=":", marker="^", markersize=5)
ax.plot(rows, logistic, color=BLUE, marker="o", markersize=5)
ax.plot(rows, forest, color=ORANGE, linestyle=(0, (6, 2)), marker="s", markersize=5)
ax.text(14, bayes[0] + 0.005, "naive Bayes", color=MUTED)
ax.text(12, 0.235, "logistic\nregression", color=BLUE, va="center")
ax.text(3000, forest[-1] - 0.03, "random forest", color=ORANGE, ha="right")
ax.set_xscale("log")
ax.set_xticks(rows, [f"{int(n):,}" for n in rows])
ax.minorticks_off()
ax.set(xlabel="training rows (log scale)", ylabel="test error", ylim=(0.08, 0.44))
show(fig)
