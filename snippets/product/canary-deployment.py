"""Canary and control slices that stay with the user, and what each step can see."""

# --8<-- [start:slices]
import hashlib
from math import sqrt
from statistics import NormalDist


def slice_of(user, percent, release="ranker-v7"):
    """The canary takes the first buckets, an equal control slice the last ones."""
    digest = hashlib.sha256(f"{release}:{user}".encode()).hexdigest()
    bucket = int(digest, 16) % 100
    if bucket < percent:
        return "canary"
    return "control" if bucket >= 100 - percent else "rest"


def visible(base, n, alpha=0.01, power=0.90):
    """The smallest change of a rate that two slices of n requests show."""
    z = NormalDist().inv_cdf(1 - alpha) + NormalDist().inv_cdf(power)
    return z * sqrt(2 * base * (1 - base) / n)


def verdict(canary, control, n, alpha=0.01):
    """Abort if the canary fails significantly more often than its control."""
    pooled = (canary + control) / (2 * n)
    z = (canary - control) / n / sqrt(2 * pooled * (1 - pooled) / n)
    return "abort" if z > NormalDist().inv_cdf(1 - alpha) else "go on"


# --8<-- [end:slices]
# --8<-- [start:use]
print("step        per slice  failures  conversions")
for percent, hours in [(1, 1), (5, 4), (25, 24)]:
    n = 100_000 * hours * percent // 100
    seen = [f"{100 * visible(base, n):.2f} points" for base in (0.005, 0.05)]
    print(f"{percent:2}%, {hours:2} h {n:10,}", *seen)

at_1 = {u for u in range(10_000) if slice_of(u, 1) == "canary"}
at_5 = {u for u in range(10_000) if slice_of(u, 5) == "canary"}
print("users in the canary:", len(at_1), "then", len(at_5))
print("all of the first stay:", at_1 <= at_5)

print("against today's control: ", verdict(200, 190, 20_000))
print("against yesterday's rate:", verdict(200, 100, 20_000))
# --8<-- [end:use]
