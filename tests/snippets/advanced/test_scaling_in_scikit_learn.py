import numpy as np
import pytest
from sklearn.cross_decomposition import PLSRegression
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier

from tests.snippets.load import load

program = load("advanced/scaling-in-scikit-learn")
X, y = program["X"], program["y"]


def test_the_smoothing_of_naive_bayes_is_a_share_of_the_largest_variance():
    Z = program["units"]["noise × 1e6"]
    assert GaussianNB().fit(Z, y).epsilon_ == pytest.approx(1e-9 * Z.var(axis=0).max())
    plain = GaussianNB(var_smoothing=0)
    assert cross_val_score(plain, Z, y) == pytest.approx(cross_val_score(plain, X, y))


def test_a_tree_sees_numbers_in_single_precision():
    assert np.spacing(np.float32(1.7e9)) == 128
    close = np.array([[0], [0.9e-7]])
    assert DecisionTreeClassifier().fit(close, [0, 1]).tree_.node_count == 1
    assert DecisionTreeClassifier().fit(close * 10, [0, 1]).tree_.node_count == 3


def test_partial_least_squares_scales_by_itself():
    Z = program["units"]["noise × 1e6"]
    expected = PLSRegression().fit(X, y).predict(X)
    assert PLSRegression().fit(Z, y).predict(Z) == pytest.approx(expected)


def test_least_squares_drops_a_direction_below_its_tolerance():
    expected = LinearRegression().fit(X, y).predict(X)
    for factor, same in ((1e3, True), (1e7, False)):
        Z = X * [1, 1, factor]
        predicted = LinearRegression().fit(Z, y).predict(Z)
        assert np.allclose(predicted, expected) == same
