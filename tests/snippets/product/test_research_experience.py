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


def test_splits_of_one_data_set_widen_the_interval_as_nadeau_and_bengio_have_it():
    gain, half = program["paired"](ours, tuned)
    corrected_gain, corrected = program["paired"](ours, tuned, test_per_train=0.25)
    assert corrected_gain == gain
    assert corrected / half == pytest.approx(1.5)  # (1/5 + 1/4) / (1/5) = 2.25
