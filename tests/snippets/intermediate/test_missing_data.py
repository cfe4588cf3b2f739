import numpy as np
import pytest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression

from tests.snippets.load import load

program = load("intermediate/missing-data")
x, y = program["x"][:5_000], program["y"][:5_000]
missing = np.random.default_rng(0).random(5_000) < program["chance"]["MAR"][:5_000]


def test_mean_imputation_agrees_with_scikit_learn():
    expected = SimpleImputer().fit_transform(np.where(missing, np.nan, y)[:, None])[:, 0]
    assert program["impute_mean"](x, y, missing)[1] == pytest.approx(expected)


def test_regression_imputation_draws_around_the_line_of_the_complete_rows():
    line = LinearRegression().fit(x[~missing, None], y[~missing])
    filled = program["impute_regression"](x, y, missing)[1]
    assert np.array_equal(filled[~missing], y[~missing])
    residual = filled[missing] - line.predict(x[missing, None])
    assert residual.mean() == pytest.approx(0, abs=0.05)
    assert residual.std() == pytest.approx(0.8, abs=0.05)


def test_the_means_of_the_complete_rows_are_those_of_theory():
    half_normal = np.sqrt(2 / np.pi)
    for mechanism, slope in (("MAR", 0.6), ("MNAR", 1)):
        observed = np.average(program["y"], weights=1 - program["chance"][mechanism])
        assert observed == pytest.approx(-0.6 * slope * half_normal, abs=0.005)
