"""The latency-throughput curve of one accelerator, with and without dynamic batching."""

from random import Random

from figure import BLUE, GREEN, MUTED, ORANGE, axes, show


def p99(rate, largest, wait, n=8000):
    """The 99th percentile of latency in ms; a batch of b images takes 4 + b ms."""
    random, now, arrivals = Random(0), 0.0, []
    for _ in range(n):
        now += random.expovariate(rate / 1000)
        arrivals.append(now)
    free, i, result = 0.0, 0, []
    while i < n:
        full = arrivals[min(i + largest, n) - 1]
        start = max(free, min(full, arrivals[i] + wait))
        last = i
        while last < n and last < i + largest and arrivals[last] <= start:
            last += 1
        free = start + 4 + (last - i)
        result += [free - arrived for arrived in arrivals[i:last]]
        i = last
    return sorted(result)[n * 99 // 100]


fig, ax = axes(4.8, 3.6)
for largest, wait, rates, color, style in [
    (1, 0, [20, 50, 80, 110, 130, 150, 165, 180, 190, 196], ORANGE, "--"),
    (16, 10, [20, 60, *range(100, 781, 40)], GREEN, ":"),
    (16, 0, [20, 60, *range(100, 781, 40)], BLUE, "-"),
]:
    ax.plot(rates, [p99(r, largest, wait) for r in rates], color=color, linestyle=style)
ax.axhline(50, color=MUTED, linewidth=1, linestyle=(0, (1, 2)))
ax.text(430, 53, "target 50 ms", color=MUTED, ha="center")
ax.text(215, 105, "one at a time:\nlimit 200/s", color=ORANGE, va="center")
ax.text(235, 38, "batches up to 16,\nwaiting up to 10 ms", color=GREEN, va="center")
ax.text(420, 11, "batches up to 16,\nno waiting", color=BLUE, va="center")
ax.set(xlabel="requests per second", ylabel="99th percentile, ms", xlim=(0, 830), ylim=(0, 130))
show(fig)
