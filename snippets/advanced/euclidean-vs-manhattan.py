"""Which center and which neighbor: squared Euclidean against Manhattan distance."""

from math import cos, dist, pi, sin
from statistics import mean, median


# --8<-- [start:distances]
def manhattan(a, b):
    return sum(abs(x - y) for x, y in zip(a, b, strict=True))


def squared(a, b):
    return dist(a, b) ** 2


def nearest(query, points, distance):
    return min(points, key=lambda point: distance(query, point))


# --8<-- [end:distances]
# --8<-- [start:lloyd]
def cluster(points, centers, distance, average, steps=10):
    """Assign each point to its nearest center, then average coordinate by coordinate."""
    totals = []
    for _ in range(steps):
        groups = {c: [p for p in points if nearest(p, centers, distance) == c] for c in centers}
        centers = [tuple(map(average, zip(*g, strict=True))) for g in groups.values()]
        totals.append(sum(min(distance(p, c) for c in centers) for p in points))
    return centers, totals


# --8<-- [end:lloyd]
# --8<-- [start:use]
points = [(0, 0), (0, 1), (1, 0), (1, 1), (13, 3), (6, 6), (6, 7), (7, 6), (7, 7)]
for name, distance, average in (
    ("k-means  ", squared, mean),
    ("k-medians", manhattan, median),
):
    centers, totals = cluster(points, [(0, 0), (7, 7)], distance, average)
    print(name, *(f"({x:.1f}, {y:.1f})" for x, y in centers), f"cost {totals[-1]:.1f}")

a, b = (3, 3), (0, 5)
for degrees in (0, 45):
    s, c = sin(degrees * pi / 180), cos(degrees * pi / 180)
    turned = [(c * x - s * y, s * x + c * y) for x, y in (a, b)]
    lengths = [(dist((0, 0), p), manhattan((0, 0), p)) for p in turned]
    print(f"turned by {degrees:2}°: a {lengths[0][0]:.2f} or {lengths[0][1]:.2f},", end=" ")
    print(f"b {lengths[1][0]:.2f} or {lengths[1][1]:.2f}")
# --8<-- [end:use]
