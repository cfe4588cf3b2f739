from collections import Counter
from random import Random

import numpy as np
import pytest
from scipy.stats import chisquare

from tests.challenges.load import load

verify_draft = load("speculative-decoding")


def models(seed, tokens=3):
    """A model: its distribution of the first token, and that of the next after each token."""
    rng = np.random.default_rng(seed)
    return rng.dirichlet(np.ones(tokens)), rng.dirichlet(np.ones(tokens), size=tokens)


def pair_by_speculation(draft, target, rng):
    """Two tokens of text: both drafted, verified in one round, and completed if one was wrong."""
    first = rng.choices(range(3), draft[0])[0]
    second = rng.choices(range(3), draft[1][first])[0]
    q = [draft[0].tolist(), draft[1][first].tolist()]
    p = [target[0].tolist(), target[1][first].tolist(), target[1][second].tolist()]
    tokens = verify_draft([first, second], q, p, rng)
    if len(tokens) == 1:
        tokens += rng.choices(range(3), target[1][tokens[0]])
    return tuple(tokens[:2])


@pytest.mark.parametrize("seed", range(4))
def test_pairs_of_tokens_are_distributed_as_in_the_large_model(seed):
    draft, target, rng = models(seed), models(seed + 100), Random(seed)
    counts = Counter(pair_by_speculation(draft, target, rng) for _ in range(6000))
    expected = (target[0][:, None] * target[1] * 6000).ravel()
    observed = [counts[first, second] for first in range(3) for second in range(3)]
    assert chisquare(observed, expected).pvalue > 1e-4


@pytest.mark.parametrize("seed", range(4))
def test_the_expected_length_is_that_of_a_geometric_sum(seed):
    rng, n = Random(seed), 4
    p, q = (np.random.default_rng(seed + k).dirichlet(np.ones(5)).tolist() for k in (0, 50))
    alpha = float(np.minimum(p, q).sum())
    drafts = [rng.choices(range(5), q, k=n) for _ in range(4000)]
    lengths = [len(verify_draft(drafted, [q] * n, [p] * (n + 1), rng)) for drafted in drafts]
    expected = (1 - alpha ** (n + 1)) / (1 - alpha)
    error = np.std(lengths) / np.sqrt(len(lengths))
    assert np.mean(lengths) == pytest.approx(expected, abs=5 * error)
