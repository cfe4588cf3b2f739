from math import exp
from random import Random

import pytest
from scipy.stats import laplace

from tests.snippets.load import load

program = load("ethics/data-privacy")


def test_density_agrees_with_scipy():
    expected = laplace.pdf(118.3, loc=120, scale=1 / 0.7)
    assert program["density"](118.3, 120, 0.7) == pytest.approx(expected)


def test_odds_never_exceed_the_bound():
    density = program["density"]
    for output in range(100, 140):
        assert density(output, 120, 2.0) <= exp(2.0) * density(output, 119, 2.0) * (1 + 1e-9)


def test_the_noise_has_the_laplace_variance():
    rng = Random(3)
    draws = [program["noisy"](0, 0.5, rng) for _ in range(20_000)]
    assert sum(d * d for d in draws) / len(draws) == pytest.approx(8, rel=0.1)
