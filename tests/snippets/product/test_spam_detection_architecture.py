import numpy as np
import pytest
from scipy.stats import norm

from tests.snippets.load import load

program = load("product/spam-detection-architecture")


def test_the_recall_of_one_model_agrees_with_scipy():
    expected = norm.sf(norm.isf(0.001) - 4)
    assert program["alone"](program["spam_light"]) == pytest.approx(expected)


def test_the_cascade_agrees_with_simulated_messages():
    rng = np.random.default_rng(0)
    light, heavy = rng.normal(4, 1, 400_000), rng.normal(6, 1, 400_000)
    t_low, t_high, t_heavy = norm.isf(0.05), norm.isf(0.0002), norm.isf(0.0008 / 0.0498)
    caught = (light > t_high) | ((light > t_low) & (heavy > t_heavy))
    assert program["recall"] == pytest.approx(caught.mean(), abs=0.001)
    seen = 0.8 * 0.0498 + 0.2 * np.mean((light > t_low) & (light < t_high))
    assert program["to_heavy"] == pytest.approx(seen, abs=0.001)
