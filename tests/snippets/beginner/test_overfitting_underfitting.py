import pytest
from sklearn.linear_model import Ridge

from tests.snippets.load import load

program = load("beginner/overfitting-underfitting")


@pytest.mark.parametrize(("used", "noise"), [(5, 2.5), (20, 1.0)])
def test_errors_agree_with_the_exact_formulas(used, noise):
    n = 60
    train, test = program["errors"](n, used)
    assert train == pytest.approx(noise * (1 - used / n), rel=0.02)
    assert test == pytest.approx(noise * (1 + used / (n - used - 1)), rel=0.02)


def test_penalized_error_is_that_of_ridge_on_fresh_rows():
    train, test = program["errors"](300, 20, penalty=10, repeats=300)
    X, y = program["draw"](300)
    X_new, y_new = program["draw"](200_000)
    model = Ridge(alpha=10, fit_intercept=False).fit(X, y)
    assert ((y - model.predict(X)) ** 2).mean() == pytest.approx(train, rel=0.3)
    assert ((y_new - model.predict(X_new)) ** 2).mean() == pytest.approx(test, rel=0.3)
