from collections import Counter
from itertools import combinations
from random import Random

import pytest
from scipy.stats import chisquare

from tests.challenges.load import load

reservoir_sample = load("reservoir-sampling")


class Paths(Random):
    """Replays given draws, so that every path of the algorithm can be walked once."""

    def __init__(self, draws):
        super().__init__()
        self.draws = iter(draws)

    def randrange(self, stop):
        draw = next(self.draws)
        assert 0 <= draw < stop
        return draw


@pytest.mark.parametrize(("n", "k"), [(3, 1), (5, 2), (6, 3), (6, 5)])
def test_every_sample_comes_on_equally_many_paths(n, k):
    paths = [()]
    for stop in range(k + 1, n + 1):
        paths = [(*path, draw) for path in paths for draw in range(stop)]
    counts = Counter(frozenset(reservoir_sample(range(n), k, Paths(path))) for path in paths)
    assert set(counts) == {frozenset(chosen) for chosen in combinations(range(n), k)}
    assert len(set(counts.values())) == 1


def test_long_streams_are_sampled_evenly():
    rng = Random(0)
    counts = Counter()
    for _ in range(2000):
        counts.update(item // 10 for item in reservoir_sample(range(100), 10, rng))
    assert chisquare([counts[tenth] for tenth in range(10)]).pvalue > 1e-4
