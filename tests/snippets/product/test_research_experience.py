import pytest
from scipy.stats import ttest_ind, ttest_rel

from tests.snippets.load import load

program = load("product/research-experience")
ours, tuned = program["ours"], program["tuned"]


@pytest.mark.parametrize(("name", "test"), [("paired", ttest_rel), ("unpaired", ttest_ind)])
def test_the_interval_agrees_with_scipy(name, test):
    gain, half = program[name](ours, tuned)
    expected = test(ours, tuned).confidence_interval(0.95)
    assert (gain - half, gain + half) == pytest.approx(tuple(expected), abs=1e-3)
