"""Distances from a query to 1,000 random points, in 2 to 1,000 dimensions."""

import numpy as np

rng = np.random.default_rng(0)


# --8<-- [start:contrast]
def contrast(draw, queries=50):
    """Median over queries of (farthest − nearest) / nearest among 1,000 points."""
    values = []
    for _ in range(queries):
        points, query = draw(1_000), draw(1)
        distance = np.linalg.norm(points - query, axis=1)
        values.append((distance.max() - distance.min()) / distance.min())
    return np.median(values)


def uniform(d):
    return lambda n: rng.uniform(size=(n, d))


def plane(d):
    """Uniform on a square, which is then rotated into d dimensions."""
    axes, _ = np.linalg.qr(rng.normal(size=(d, 2)))
    return lambda n: rng.uniform(size=(n, 2)) @ axes.T


# --8<-- [end:contrast]
# --8<-- [start:use]
print("dimensions  edge for 10%  contrast")
for d in (2, 10, 100, 1_000):
    print(f"{d:10}  {0.1 ** (1 / d):12.3f}  {contrast(uniform(d)):8.1f}")
print(f"a square in 1,000 dimensions: {contrast(plane(1_000)):.1f}")
# --8<-- [end:use]
