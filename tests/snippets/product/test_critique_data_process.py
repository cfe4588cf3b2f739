import pytest
from scipy.stats import binomtest

from tests.snippets.load import load

program = load("product/critique-data-process")


@pytest.mark.parametrize(("wrong", "audited"), [(0, 200), (3, 50), (12, 200), (48, 800)])
def test_the_interval_agrees_with_scipy(wrong, audited):
    expected = binomtest(wrong, audited).proportion_ci(0.95, method="wilson")
    assert program["wilson"](wrong, audited) == pytest.approx(tuple(expected), abs=1e-5)
