"""Exact Shapley values of one decision, against two backgrounds and on two equal models."""

from itertools import combinations
from math import factorial

# --8<-- [start:data]
# Applicants seen in training: (debt, late). The two features are always equal.
seen = [(0, 0), (1, 1), (2, 2), (3, 3)]


def model_1(debt, late):
    return 10 * debt


def model_2(debt, late):
    return 5 * debt + 5 * late + (90 if debt > late + 1 else 0)


# --8<-- [end:data]


# --8<-- [start:shapley]
def value(model, x, known, background):
    """Mean score when the known features are x's and the others are the background's."""
    rows = [[x[i] if i in known else row[i] for i in range(len(x))] for row in background]
    return sum(model(*row) for row in rows) / len(rows)


def shapley(model, x, background):
    """Each feature's mean contribution over all orders in which features become known."""
    d, parts = len(x), []
    for i in range(d):
        others, phi = [j for j in range(d) if j != i], 0
        for size in range(d):
            weight = factorial(size) * factorial(d - size - 1) / factorial(d)
            for known in combinations(others, size):
                with_i = value(model, x, {*known, i}, background)
                phi += weight * (with_i - value(model, x, {*known}, background))
        parts.append(phi)
    return parts


# --8<-- [end:shapley]
# --8<-- [start:use]
same = all(model_1(*row) == model_2(*row) for row in seen)
print("equal on all data seen:", same)
for name, model in [("model 1", model_1), ("model 2", model_2)]:
    for background in (seen, seen[2:]):
        base = value(model, (3, 3), set(), background)
        debt, late = shapley(model, (3, 3), background)
        print(f"{name}, {len(background)} rows: {base:.1f} + {debt:.1f} + {late:.1f} = 30")
# --8<-- [end:use]
