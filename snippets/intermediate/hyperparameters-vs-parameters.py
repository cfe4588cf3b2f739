"""Parameters come from training, the hyperparameter from validation; random search against grid."""

import random

random.seed(0)


# --8<-- [start:levels]
def fit(rows, penalty):
    """The parameter w of y ≈ w·x, ridge-penalized: solved from the training rows."""
    return sum(x * y for x, y in rows) / (sum(x * x for x, _ in rows) + penalty)


def error(w, rows):
    return sum((y - w * x) ** 2 for x, y in rows) / len(rows)


training = [(1.0, 2.6), (1.0, 0.2), (2.0, 3.4)]
validation = [(1.0, 0.9), (2.0, 2.3)]


# --8<-- [end:levels]
# --8<-- [start:search]
def grid(budget):
    """budget = side² points, in the middles of equal cells of the square from -3 to 3."""
    side = round(budget**0.5)
    axis = [-3 + 6 * (i + 0.5) / side for i in range(side)]
    return [(a, b) for a in axis for b in axis]


def random_search(budget):
    return [(random.uniform(-3, 3), random.uniform(-3, 3)) for _ in range(budget)]


def mean_best(search, budget, weight=0, repeats=2000):
    """Mean best loss when the optimum lies anywhere; weight says how much b matters."""
    total = 0
    for _ in range(repeats):
        a0, b0 = random.uniform(-3, 3), random.uniform(-3, 3)
        total += min((a - a0) ** 2 + weight * (b - b0) ** 2 for a, b in search(budget))
    return total / repeats


# --8<-- [end:search]
# --8<-- [start:use]
for penalty in (0, 2, 6, 18):
    w = fit(training, penalty)
    print(f"penalty {penalty:2d}: w {w:.2f}", end="")
    print(f"  training {error(w, training):.2f}  validation {error(w, validation):.2f}")

print("mean best loss, exponents from -3 to 3, only a matters")
for budget in (9, 25, 100):
    found = mean_best(grid, budget), mean_best(random_search, budget)
    print(f"{budget:3d} trials: grid {found[0]:.3f}, random {found[1]:.3f}")
# --8<-- [end:use]
