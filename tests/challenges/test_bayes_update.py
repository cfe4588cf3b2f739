from fractions import Fraction
from itertools import product

import pytest

from tests.challenges.load import load

bayes_update = load("bayes-update")
TESTS = [(Fraction(9, 10), Fraction(4, 5)), (Fraction(7, 10), Fraction(19, 20))]


@pytest.mark.parametrize("results", list(product([True, False], repeat=2)))
@pytest.mark.parametrize("prior", [Fraction(1, 100), Fraction(1, 3)])
def test_the_posterior_is_a_share_of_all_worlds(prior, results):
    """Every combination of state and results, with its probability: the definition itself."""
    worlds = {}
    for sick, *outcomes in product([True, False], repeat=3):
        probability = prior if sick else 1 - prior
        for (sensitivity, specificity), positive in zip(TESTS, outcomes, strict=True):
            right = sensitivity if sick else specificity
            probability *= right if positive == sick else 1 - right
        worlds[sick, tuple(outcomes)] = probability
    assert sum(worlds.values()) == 1
    both = worlds[True, results] + worlds[False, results]
    given = [(*map(float, test), positive) for test, positive in zip(TESTS, results, strict=True)]
    assert bayes_update(float(prior), given) == pytest.approx(float(worlds[True, results] / both))
