import numpy as np
import pytest
from scipy.special import rel_entr

from tests.challenges.load import load

population_stability_index = load("population-stability-index")


@pytest.mark.parametrize("seed", range(4))
def test_the_index_adds_both_divergences(seed):
    generator = np.random.default_rng(seed)
    reference = generator.normal(size=300).round(1)
    current = generator.normal(0.3, 1.2, size=200).round(1)
    edges = [-1.0, -0.5, 0.0, 0.5, 1.0]
    p, q = (
        np.bincount(np.digitize(values, edges), minlength=6) / len(values)
        for values in (reference, current)
    )
    expected = rel_entr(p, q).sum() + rel_entr(q, p).sum()
    given = (list(reference), list(current), edges)
    assert population_stability_index(*given) == pytest.approx(expected)
