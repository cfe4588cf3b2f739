"""k-NN and a one-split tree before and after one feature changes its unit."""

import random
from statistics import fmean, pstdev

# --8<-- [start:data]
random.seed(1)
y = [i % 2 for i in range(600)]
# The first feature tells the classes apart, the second is noise.
X = [(random.gauss(0.8 * (2 * c - 1), 1), random.gauss(0, 1)) for c in y]
split = 300


# --8<-- [end:data]
# --8<-- [start:models]
def standardize(X, reference):
    """X with the means and standard deviations of the reference."""
    columns = list(zip(*reference, strict=True))
    means, deviations = [fmean(c) for c in columns], [pstdev(c) for c in columns]
    return [[(x - m) / s for x, m, s in zip(row, means, deviations, strict=True)] for row in X]


def knn_accuracy(X, k=15):
    """The share of the test rows whose k nearest training rows vote right."""
    right = 0
    for (a, b), label in zip(X[split:], y[split:], strict=True):
        distances = [(a - p) ** 2 + (b - q) ** 2 for p, q in X[:split]]
        nearest = sorted(range(split), key=distances.__getitem__)[:k]
        right += (sum(y[i] for i in nearest) > k / 2) == label
    return right / len(y[split:])


def stump_accuracy(X):
    """The same for the one rule "feature j is above t" that fits the training rows best."""
    rules = [(j, row[j]) for j in (0, 1) for row in X[:split]]

    def accuracy(rule, X, y):
        j, t = rule
        return fmean((row[j] > t) == label for row, label in zip(X, y, strict=True))

    best = max(rules, key=lambda rule: accuracy(rule, X[:split], y[:split]))
    return accuracy(best, X[split:], y[split:])


# --8<-- [end:models]
# --8<-- [start:use]
micro = [(a, b * 1_000_000) for a, b in X]  # the second feature in another unit
scaled = standardize(micro, reference=micro[:split])
for name, data in [("as drawn", X), ("times a million", micro), ("standardized", scaled)]:
    print(f"{name:15}  k-NN {knn_accuracy(data):.2f}  one split {stump_accuracy(data):.2f}")
# --8<-- [end:use]
