import math

import numpy as np
import pytest

from tests.challenges.load import load

CountMinSketch = load("count-min-sketch")
PRIME = 2**31 - 1


def family(rng, depth):
    """Random hash functions on integers: a·x + b modulo a prime."""
    pairs = rng.integers(1, PRIME, size=(depth, 2)).tolist()
    return [lambda x, a=a, b=b: (a * x + b) % PRIME for a, b in pairs]


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_estimates_are_those_of_tables_filled_by_numpy(depth):
    rng = np.random.default_rng(depth)
    hashes, width = family(rng, depth), 37
    items, counts = rng.permutation(1000)[:200].tolist(), rng.integers(1, 50, size=200).tolist()
    sketch = CountMinSketch(width, hashes)
    for item, count in zip(items, counts, strict=True):
        sketch.add(item, count)
    columns = np.array([[hash_of(item) % width for item in items] for hash_of in hashes])
    tables = [np.bincount(row, weights=counts, minlength=width) for row in columns]
    expected = np.min([table[row] for table, row in zip(tables, columns, strict=True)], axis=0)
    assert [sketch.estimate(item) for item in items] == expected.tolist()
    assert (expected >= counts).all()


def test_the_guarantee_of_the_paper_holds_for_random_hashes():
    epsilon, delta, total = 0.02, 0.05, 20_000
    width, depth = math.ceil(math.e / epsilon), math.ceil(math.log(1 / delta))
    rng = np.random.default_rng(0)
    stream = (rng.pareto(1.2, size=total) * 10).astype(int)
    items, counts = np.unique(stream, return_counts=True)
    sketch = CountMinSketch(width, family(rng, depth))
    for item, count in zip(items.tolist(), counts.tolist(), strict=True):
        sketch.add(item, count)
    excess = np.array([sketch.estimate(item) for item in items.tolist()]) - counts
    assert excess.min() >= 0
    assert (excess > epsilon * total).mean() <= delta
