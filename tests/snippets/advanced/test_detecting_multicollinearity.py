import numpy as np
from sklearn.linear_model import LinearRegression

from tests.snippets.load import load

program = load("advanced/detecting-multicollinearity")

rng = np.random.default_rng(0)
X = rng.normal(size=(50, 4)) @ rng.normal(size=(4, 4))  # mixing correlates the columns
y = rng.normal(size=50)


def test_vif_is_the_diagonal_of_the_inverse_correlation_matrix():
    expected = np.diag(np.linalg.inv(np.corrcoef(X.T)))
    np.testing.assert_allclose(program["vif"](X), expected)


def test_fit_agrees_with_scikit_learn():
    model = LinearRegression().fit(X, y)
    w, _, r2 = program["fit"](X, y)
    np.testing.assert_allclose(w, model.coef_)
    np.testing.assert_allclose(r2, model.score(X, y))


def test_dropping_the_total_leaves_orthogonal_channels():
    np.testing.assert_allclose(program["vif"](program["channels"]), 1)
