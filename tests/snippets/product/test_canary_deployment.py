import pytest
from scipy.stats import norm

from tests.snippets.load import load

program = load("product/canary-deployment")


def test_canary_and_control_never_overlap_and_grow_with_the_share():
    for user in range(500):
        slices = [program["slice_of"](user, percent) for percent in (1, 5, 25, 50)]
        first = next((s for s in slices if s != "rest"), "rest")
        assert set(slices) <= {"rest", first}
        assert slices[-1] != "rest"


def test_the_visible_change_has_the_stated_power():
    n, base = 600_000, 0.05
    error = (2 * base * (1 - base) / n) ** 0.5
    assert norm.sf(norm.ppf(0.99) - program["visible"](base, n) / error) == pytest.approx(0.90)


def test_the_verdict_is_a_one_sided_test():
    assert program["verdict"](200, 150, 20_000) == "abort"
    assert program["verdict"](150, 200, 20_000) == "go on"
