import pytest
from scipy.stats import binomtest

from tests.snippets.load import load

program = load("ethics/detecting-bias")


@pytest.mark.parametrize(("k", "n"), [(9, 20), (236, 300), (0, 5)])
def test_wilson_agrees_with_scipy(k, n):
    expected = binomtest(k, n).proportion_ci(0.95, method="wilson")
    assert program["wilson"](k, n) == pytest.approx((expected.low, expected.high))


def test_gap_agrees_with_newcombes_own_example():
    assert program["gap"](56, 70, 48, 80) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_totals_add_up_over_the_margins():
    everyone = program["total"]()
    women, men = program["total"]("woman"), program["total"]("man")
    assert everyone == [w + m for w, m in zip(women, men, strict=True)] == [330, 90, 134, 536]
