"""The best of many useless models looks good on the data that chose it."""

import random
from math import comb


# --8<-- [start:choose]
def accuracy(predictions, labels, n):
    """Two rows of n bits: the share of places where they agree."""
    return 1 - (predictions ^ labels).bit_count() / n


def choose(k, n):
    """Of k coin-flipping models the best on n validation cases, and its test accuracy."""
    labels = random.getrandbits(n)
    scores = [accuracy(random.getrandbits(n), labels, n) for _ in range(k)]
    best_on_validation = max(scores)
    winner_on_test = accuracy(random.getrandbits(n), random.getrandbits(n), n)
    return best_on_validation, winner_on_test


def expected_best(k, n):
    """The exact mean of the best of k scores: the sum of P(best > hits) over hits."""
    below, best = 0, 0.0
    for hits in range(n):
        below += comb(n, hits)
        best += 1 - (below / 2**n) ** k
    return best / n


# --8<-- [end:choose]
# --8<-- [start:use]
random.seed(0)
print("models  cases  validation  exact   test")
for n in (100, 1_000):
    for k in (1, 10, 100, 1_000):
        runs = [choose(k, n) for _ in range(400)]
        best, test = (sum(column) / 400 for column in zip(*runs, strict=True))
        print(f"{k:6} {n:6} {best:11.2f} {expected_best(k, n):6.3f} {test:6.2f}")
# --8<-- [end:use]
