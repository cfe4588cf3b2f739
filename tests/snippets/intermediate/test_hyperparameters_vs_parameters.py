import pytest
from sklearn.linear_model import Ridge

from tests.snippets.load import load

program = load("intermediate/hyperparameters-vs-parameters")


def test_the_weight_is_that_of_ridge_regression():
    X = [[x] for x, _ in program["training"]]
    y = [y for _, y in program["training"]]
    for penalty in (0, 2, 18):
        expected = Ridge(alpha=penalty, fit_intercept=False).fit(X, y).coef_[0]
        assert program["fit"](program["training"], penalty) == pytest.approx(expected)


def test_the_grid_has_the_mean_squared_distance_of_a_cell():
    found = program["mean_best"](program["grid"], 25, repeats=20_000)
    assert found == pytest.approx((6 / 5) ** 2 / 12, rel=0.05)
