import numpy as np
import pytest
from scipy import stats

from tests.snippets.load import load

program = load("product/model-drift")
rng = np.random.default_rng(3)
reference, current = rng.normal(0, 1, 500), rng.normal(0.3, 1.2, 700)


def test_ks_agrees_with_scipy():
    expected = stats.ks_2samp(reference, current).statistic
    assert program["ks"](reference, current) == pytest.approx(expected)


def test_psi_is_the_divergence_both_ways():
    edges = np.quantile(reference, [0.2, 0.4, 0.6, 0.8])
    p, q = program["shares"](reference, edges), program["shares"](current, edges)
    expected = stats.entropy(p, q) + stats.entropy(q, p)
    assert program["psi"](p, q) == pytest.approx(expected)


def test_the_critical_value_is_that_of_the_limiting_distribution():
    assert stats.kstwobign.isf(0.05) == pytest.approx(1.358, abs=5e-4)
