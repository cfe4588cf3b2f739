"""Two measurements for two meanings of skew: of a feature and of partitions."""

import random
from math import log
from statistics import fmean, median, pstdev
from zlib import crc32


# --8<-- [start:measures]
def skewness(x):
    """The mean cube of the standardized values: 0 for a symmetric sample."""
    mean, deviation = fmean(x), pstdev(x)
    return fmean(((v - mean) / deviation) ** 3 for v in x)


def partitions(keys, n):
    """Rows in each of n partitions when every key goes where its hash says."""
    sizes = [0] * n
    for key in keys:
        sizes[crc32(key.encode()) % n] += 1
    return sizes


# --8<-- [end:measures]
# --8<-- [start:use]
rng = random.Random(0)
income = [rng.lognormvariate(10, 1) for _ in range(20_000)]
train, rest = income[:10_000], income[10_000:]  # statistics from train alone
low, high, mean, deviation = min(train), max(train), fmean(train), pstdev(train)
cap = sorted(train)[9_900]
print("skewness of income in new data")
for name, transform in [
    ("as it is", lambda v: v),
    ("min-max", lambda v: (v - low) / (high - low)),
    ("standardized", lambda v: (v - mean) / deviation),
    ("capped at 99%", lambda v: min(v, cap)),
    ("logarithm", log),
]:
    print(f"  {name:14}{skewness([transform(v) for v in rest]):6.2f}")

keys = ["big" if rng.random() < 0.4 else f"c{rng.randrange(5_000)}" for _ in range(20_000)]
salted = [f"{key}-{rng.randrange(16)}" if key == "big" else key for key in keys]
print("rows in the largest of 8 partitions, over the median")
for name, by in [("plain", keys), ("salted", salted)]:
    sizes = partitions(by, 8)
    print(f"  {name:14}{max(sizes) / median(sizes):6.1f}")
# --8<-- [end:use]
