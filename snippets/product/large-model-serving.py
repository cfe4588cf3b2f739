"""One accelerator with dynamic batching: latency at the 50th and 99th percentile under load."""

from random import Random

FIXED, PER_IMAGE = 4.0, 1.0  # a batch of b images takes FIXED + b * PER_IMAGE milliseconds


# --8<-- [start:serve]
def latencies(rate, largest, wait, n=10_000, seed=0):
    """Milliseconds from arrival to answer, for `rate` random arrivals per second."""
    random, now, arrivals = Random(seed), 0.0, []
    for _ in range(n):
        now += random.expovariate(rate / 1000)
        arrivals.append(now)
    free, i, result = 0.0, 0, []
    while i < n:
        # A batch starts when the device is free and the batch is full or its first waited enough.
        full = arrivals[min(i + largest, n) - 1]
        start = max(free, min(full, arrivals[i] + wait))
        last = i
        while last < n and last < i + largest and arrivals[last] <= start:
            last += 1
        free = start + FIXED + PER_IMAGE * (last - i)
        result += [free - arrived for arrived in arrivals[i:last]]
        i = last
    return sorted(result)


# --8<-- [end:serve]
# --8<-- [start:use]
for name, largest, wait in [
    ("batch of 1", 1, 0),
    ("up to 16", 16, 0),
    ("up to 16, wait 10", 16, 10),
]:
    for rate in (50, 100, 190, 600):
        if rate * (FIXED + largest * PER_IMAGE) / largest < 1000:  # below capacity
            ms = latencies(rate, largest, wait)
            p50, p99 = ms[len(ms) // 2], ms[len(ms) * 99 // 100]
            print(f"{name}: {rate}/s, p50 {p50:.0f} ms, p99 {p99:.0f} ms")
# --8<-- [end:use]
