import numpy as np
import pytest
from sklearn.linear_model import LinearRegression, Ridge

from tests.challenges.load import load

fit = load("ridge-regression")


@pytest.mark.parametrize("l2", [0, 0.1, 10])
def test_the_fit_is_that_of_scikit_learn(l2):
    random = np.random.default_rng(0)
    X = random.normal(size=(30, 6)).round(4) + 20
    y = X @ random.normal(size=6) + random.normal(size=30)
    reference = (Ridge(alpha=l2, solver="svd") if l2 else LinearRegression()).fit(X, y)
    weights, intercept = fit(X.tolist(), y.tolist(), l2)
    assert [*weights, intercept] == pytest.approx([*reference.coef_, reference.intercept_])


def test_more_features_than_examples():
    X, y = np.random.default_rng(1).normal(size=(4, 9)), [1, 2, 3, 5]
    reference = Ridge(alpha=0.5, solver="svd").fit(X, y)
    weights, intercept = fit(X.tolist(), y, 0.5)
    assert [*weights, intercept] == pytest.approx([*reference.coef_, reference.intercept_])
