"""What a seed fixes, what it leaves open, and how much results of one recipe spread over seeds."""

import random
from itertools import permutations
from math import sqrt
from statistics import mean, stdev


# --8<-- [start:order]
def add_up(numbers):
    """One after the other, rounding each time (since 3.12 Python's own `sum` compensates)."""
    total = 0.0
    for number in numbers:
        total += number
    return total


numbers = [0.1, 0.2, 0.3]
print("same order:", add_up(numbers) == add_up(numbers))
print("other order:", add_up(numbers), add_up(reversed(numbers)))
# --8<-- [end:order]


# --8<-- [start:seeds]
def draw(rng, n):
    """Points in five dimensions; the label depends on two of them, and 15% are flipped."""
    X = [[rng.gauss(0, 1) for _ in range(5)] for _ in range(n)]
    return X, [(x[0] + x[1] > 0) != (rng.random() < 0.15) for x in X]


def train_and_test(seed):
    """A perceptron, five passes in an order set by the seed; its accuracy on fixed test data."""
    data = random.Random(0)
    (X, y), (X_test, y_test) = draw(data, 200), draw(data, 500)
    rng, w = random.Random(seed), [0.0] * 5
    for i in (i for _ in range(5) for i in rng.sample(range(200), 200)):
        if (sum(a * b for a, b in zip(w, X[i], strict=True)) > 0) != y[i]:
            w = [a + (b if y[i] else -b) for a, b in zip(w, X[i], strict=True)]
    guesses = [sum(a * b for a, b in zip(w, x, strict=True)) > 0 for x in X_test]
    return mean(g == label for g, label in zip(guesses, y_test, strict=True))


# --8<-- [end:seeds]
# --8<-- [start:use]
print("seed 1 twice:", train_and_test(1) == train_and_test(1))
accuracy = [train_and_test(seed) for seed in range(20)]
error = stdev(accuracy) / sqrt(len(accuracy))
print(f"20 seeds: {min(accuracy):.2f} to {max(accuracy):.2f}")
print(f"mean {mean(accuracy):.3f}, deviation {stdev(accuracy):.3f}, standard error {error:.3f}")
pairs = [a - b for a, b in permutations(accuracy, 2)]
print(f"same recipe, 'better' by over 2.5 points: {mean(p > 0.025 for p in pairs):.0%} of pairs")
# --8<-- [end:use]
