from itertools import product

import numpy as np
import pytest

from tests.challenges.load import load

beam_search = load("beam-search")
TOKENS = "ab."


def random_model(seed):
    """A model that gives every sequence of tokens its own distribution, the same each time."""

    def next_log_probs(tokens):
        key = [seed, *map(ord, tokens)]
        probabilities = np.random.default_rng(key).dirichlet(np.ones(len(TOKENS)))
        return dict(zip(TOKENS, np.log(probabilities).tolist(), strict=True))

    return next_log_probs


def every_sequence(model, length):
    """All sequences that end, or have this length, with their log-probabilities; best first."""
    found = {}
    for tokens in product(TOKENS, repeat=length):
        stop = tokens.index(".") + 1 if "." in tokens else length
        prefix = tokens[:stop]
        found[prefix] = sum(model(prefix[:i])[prefix[i]] for i in range(stop))
    return sorted(found.items(), key=lambda pair: -pair[1])


@pytest.mark.parametrize("seed", range(3))
def test_a_wide_beam_finds_what_trying_everything_finds(seed):
    model = random_model(seed)
    expected = every_sequence(model, 4)
    found = beam_search(model, 1000, 4, ".")
    assert [tokens for tokens, _ in found] == [tokens for tokens, _ in expected]
    assert [score for _, score in found] == pytest.approx([score for _, score in expected])


@pytest.mark.parametrize("seed", range(3))
def test_a_beam_of_one_takes_the_most_likely_token_each_time(seed):
    model, tokens = random_model(seed), ()
    while len(tokens) < 6 and tokens[-1:] != (".",):
        options = model(tokens)
        tokens += (max(options, key=options.get),)
    assert [found for found, _ in beam_search(model, 1, 6, ".")] == [tokens]
