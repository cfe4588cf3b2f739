import pytest
from scipy import special, stats

from tests.snippets.load import load

program = load("intermediate/box-cox-transformation")
y = program["y"]


def test_the_transformation_and_its_likelihood_agree_with_scipy():
    for lam in (-1, 0, 0.3, 2):
        assert program["transform"](y, lam) == pytest.approx(stats.boxcox(y, lam))
        assert program["log_likelihood"](y, lam) == pytest.approx(stats.boxcox_llf(lam, y))


def test_the_inverse_agrees_with_scipy():
    for lam in (-1, 0, 0.3, 2):
        assert program["inverse"](0.4, lam) == pytest.approx(special.inv_boxcox(0.4, lam))


def test_the_grid_finds_the_lambda_of_scipy():
    assert program["best"] == pytest.approx(stats.boxcox(y)[1], abs=0.006)


def test_the_skew_agrees_with_scipy():
    assert program["skew"](y) == pytest.approx(stats.skew(y))
