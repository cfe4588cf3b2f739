"""Two checks before you crown a winner: a paired interval, and the luck of the best of many."""

from math import comb, sqrt


# --8<-- [start:paired]
def paired_difference(only_a, only_b, n):
    """Difference in accuracy on the same n rows and its standard error.

    only_a: rows that A alone got right; only_b: rows that B alone got right.
    """
    difference = (only_a - only_b) / n
    return difference, sqrt((only_a + only_b) / n - difference**2) / sqrt(n)


def mcnemar(only_a, only_b):
    """Exact two-sided p-value: is the split of the disagreements a fair coin's?"""
    n, k = only_a + only_b, min(only_a, only_b)
    return min(1, 2 * sum(comb(n, i) for i in range(k + 1)) / 2**n)


# --8<-- [end:paired]
# --8<-- [start:luck]
def best_of(models, accuracy, n):
    """Expected score of the best of equally good, independent models on n test rows."""
    pmf = [comb(n, k) * accuracy**k * (1 - accuracy) ** (n - k) for k in range(n + 1)]
    cdf = [min(1, sum(pmf[: k + 1])) for k in range(n + 1)]
    return sum(1 - f**models for f in cdf[:-1]) / n


# --8<-- [end:luck]
# --8<-- [start:use]
for only_a, only_b in [(40, 25), (80, 50)]:
    difference, error = paired_difference(only_a, only_b, n=1000)
    low, high = difference - 1.96 * error, difference + 1.96 * error
    print(f"A alone right on {only_a}, B alone on {only_b}, of 1,000:")
    print(f"  {difference:+.3f}, 95% interval {low:+.3f} to {high:+.3f}")
    print(f"  exact McNemar p = {mcnemar(only_a, only_b):.3f}")

for models in (1, 3, 10, 30):
    print(f"best of {models:2d} equal models on 200 rows: {best_of(models, 0.85, 200):.3f}")
# --8<-- [end:use]
