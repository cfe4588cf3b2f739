import numpy as np
import pytest
from scipy import stats

from tests.snippets.load import load

program = load("product/ab-vs-aa-testing")
clicks, views = program["clicks"], program["views"]


def test_per_view_agrees_with_the_chi_squared_test():
    c, v = clicks.reshape(2, -1), views.reshape(2, -1)
    table = [c.sum(axis=1), (v - c).sum(axis=1)]
    expected = stats.chi2_contingency(table, correction=False).pvalue
    assert program["per_view"](c, v) == pytest.approx(expected)


def test_only_the_honest_analysis_has_uniform_p_values():
    honest = program["replay"](program["per_user"], clicks, views)
    assert stats.kstest(honest, "uniform").pvalue > 0.05
    wrong = program["replay"](program["per_view"], clicks, views)
    assert stats.kstest(wrong, "uniform").pvalue < 1e-6
    assert np.mean(wrong < 0.05) > 0.1
