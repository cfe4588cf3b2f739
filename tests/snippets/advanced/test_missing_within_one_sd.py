import pytest
from scipy import stats

from tests.snippets.load import load

program = load("advanced/missing-within-one-sd")

scipy_shapes = {
    "normal": stats.norm,
    "uniform": stats.uniform,
    "Laplace": stats.laplace,
    "exponential": stats.expon,
}


@pytest.mark.parametrize("name", scipy_shapes)
def test_shares_agree_with_scipy(name):
    cdf, median, sd, closed_form = program["shapes"][name]
    shape = scipy_shapes[name]
    low, high = shape.median() - shape.std(), shape.median() + shape.std()
    inside = shape.cdf(high) - shape.cdf(low)
    assert program["within_one_sd"](cdf, median, sd) == pytest.approx(inside)
    assert closed_form == pytest.approx(1 - inside)


def test_the_spread_of_the_tails_agrees_with_integration():
    second_moment = 2 * stats.norm.expect(lambda x: x**2, lb=1) / program["left"]
    printed = (1 + 2 * program["normal"].pdf(1) / program["left"]) ** 0.5
    assert printed == pytest.approx(second_moment**0.5)
