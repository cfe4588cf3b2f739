from math import hypot


def first_component(X, rng):
    """The direction in which the rows of X vary most, and their sample variance along it."""
    if all(row == X[0] for row in X):  # one row alone, too
        raise ValueError("the rows do not vary")
    means = [sum(column) / len(X) for column in zip(*X, strict=True)]
    rows = [[value - mean for value, mean in zip(row, means, strict=True)] for row in X]
    columns = list(zip(*rows, strict=True))

    direction = [rng.gauss(0, 1) for _ in means]
    for _ in range(100):
        scores = [dot(row, direction) for row in rows]
        direction = unit([dot(scores, column) for column in columns])

    if max(direction, key=abs) < 0:
        direction = [-value for value in direction]
    variance = sum(dot(row, direction) ** 2 for row in rows) / (len(X) - 1)
    return direction, variance


def unit(vector):
    length = hypot(*vector)
    return [value / length for value in vector]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
