"""A new model against the one in use on the same test cases: paired intervals and slices."""

import random
from math import sqrt

# --8<-- [start:cases]
# For each test case: was the old model right, was the new model right?
returning = [(1, 1)] * 250 + [(1, 0)] * 8 + [(0, 1)] * 32 + [(0, 0)] * 30
newcomers = [(1, 1)] * 50 + [(1, 0)] * 12 + [(0, 1)] * 6 + [(0, 0)] * 12
cases = returning + newcomers


def gain(cases):
    return sum(new - old for old, new in cases) / len(cases)


# --8<-- [end:cases]
# --8<-- [start:intervals]
def paired(cases):
    """95% interval of the gain from the cases on which the models disagree."""
    n, d = len(cases), gain(cases)
    disagree = sum(old != new for old, new in cases)
    half = 1.96 * sqrt(disagree - n * d * d) / n
    return d - half, d + half


def unpaired(cases):
    """The interval that forgets that both models saw the same cases: too wide here."""
    n, d = len(cases), gain(cases)
    shares = [sum(right) / n for right in zip(*cases, strict=True)]
    half = 1.96 * sqrt(sum(p * (1 - p) for p in shares) / n)
    return d - half, d + half


def bootstrap(cases, draws=2_000):
    gains = sorted(gain(random.choices(cases, k=len(cases))) for _ in range(draws))
    return gains[draws // 40], gains[-draws // 40]


random.seed(0)
for name, part in [("all", cases), ("returning", returning), ("newcomers", newcomers)]:
    print(f"{name}: {len(part)} cases, gain {gain(part):+.3f}")
    for interval in (paired, bootstrap, unpaired):
        low, high = interval(part)
        print(f"  {interval.__name__:10}{low:+.2f} to {high:+.2f}")
# --8<-- [end:intervals]
