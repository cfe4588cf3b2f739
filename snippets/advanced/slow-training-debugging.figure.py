"""Throughput against loader workers: the slower of loading and computing sets the pace."""

from figure import BLUE, GREEN, MUTED, ORANGE, axes, show

BATCH, LOAD = 256, 0.40  # images, and seconds for one worker to prepare them
workers = range(1, 17)

fig, ax = axes(4.8, 3.5)
ax.plot([1, 11.2], [BATCH / LOAD, 11.2 * BATCH / LOAD], color=MUTED, linestyle="--", linewidth=1.2)
ax.text(10.2, 6800, "loading alone:\n640 a worker", color=MUTED, ha="right", va="center")
for compute, label, color, style in [
    (0.10, "computing takes 0.10 s", ORANGE, "-"),
    (0.05, "0.05 s", BLUE, "-."),
    (0.04, "0.04 s", GREEN, ":"),
]:
    pace = [BATCH * min(w / LOAD, 1 / compute) for w in workers]
    ax.plot(workers, pace, color=color, linestyle=style)
    ax.text(16.1, pace[-1] + 200, label, color=color, ha="right")
ax.set(xlabel="loader workers", ylabel="images per second", xlim=(0.5, 16.5), ylim=(0, 7600))
show(fig)
