import numpy as np
import pytest
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score

from tests.snippets.load import load

program = load("advanced/r2-adjusted-r2-tolerance")
X, y, new, y_new = (program[name] for name in ("X", "y", "new", "y_new"))


def test_r2_agrees_with_scikit_learn():
    model = LinearRegression().fit(X, y)
    w = program["coefficients"](X, y)
    assert program["r2"](X, y, w) == pytest.approx(model.score(X, y))
    assert program["r2"](new, y_new, w) == pytest.approx(r2_score(y_new, model.predict(new)))


def test_adjusted_r2_compares_unbiased_variances():
    residuals = y - LinearRegression().fit(X, y).predict(X)
    expected = 1 - (residuals**2).sum() / (40 - 21 - 1) / y.var(ddof=1)
    fit = program["r2"](X, y, program["coefficients"](X, y))
    assert program["adjusted"](fit, 40, 21) == pytest.approx(expected)


def test_tolerance_is_the_inverse_of_the_vif():
    vif = np.diag(np.linalg.inv(np.corrcoef(X.T)))
    assert program["tolerance"](X, 0) == pytest.approx(1 / vif[0])
