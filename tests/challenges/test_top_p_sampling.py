from collections import Counter
from random import Random

import numpy as np
import pytest
from scipy.stats import chisquare

from tests.challenges.load import load

sample_top_p = load("top-p-sampling")


def nucleus_shares(probabilities, p):
    """By NumPy: the probabilities of the nucleus, divided by their sum; 0 outside."""
    order = np.argsort(-probabilities, kind="stable")
    size = np.searchsorted(np.cumsum(probabilities[order]), p) + 1
    kept = np.zeros_like(probabilities)
    kept[order[:size]] = probabilities[order[:size]]
    return kept / kept.sum()


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("seed", range(3))
def test_draws_are_those_of_the_nucleus(p, seed):
    probabilities = np.random.default_rng(seed).dirichlet(np.ones(12))
    shares = nucleus_shares(probabilities, p)
    rng = Random(seed)
    counts = Counter(sample_top_p(probabilities.tolist(), p, rng) for _ in range(4000))
    assert set(counts) <= set(np.flatnonzero(shares).tolist())
    inside = np.flatnonzero(shares * 4000 >= 5)
    observed = [counts[token] for token in inside.tolist()]
    expected = shares[inside] * sum(observed) / shares[inside].sum()
    assert len(inside) == 1 or chisquare(observed, expected).pvalue > 1e-4


class Greatest(Random):
    def random(self):
        return 1 - 2**-53


def test_the_greatest_draw_gives_a_token_of_the_nucleus():
    assert sample_top_p([0.1] * 10, 1.0, Greatest()) in range(10)
    assert sample_top_p([0.0, 0.7, 0.3], 1.0, Greatest()) in {1, 2}
