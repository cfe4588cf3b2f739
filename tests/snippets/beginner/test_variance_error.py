import numpy as np
import pytest
from sklearn.tree import DecisionTreeRegressor

from tests.snippets.load import load

program = load("beginner/variance-error")


def test_a_fully_grown_tree_answers_with_the_nearest_label():
    rng = np.random.default_rng(1)
    x = np.sort(rng.uniform(size=40))  # nearest to 0 first, as in the columns of Y
    Y = rng.normal(size=(5, 40))
    trees = [DecisionTreeRegressor().fit(x[:, None], y).predict([[0.0]])[0] for y in Y]
    assert trees == pytest.approx(program["nearest"](Y, 1))


def test_variance_of_the_bag_follows_from_the_correlation_of_its_trees():
    n, bags = program["n"], program["bags"]
    j = np.arange(1, n + 1)
    rho = np.sum(((1 - (j - 1) / n) ** n - (1 - j / n) ** n) ** 2)
    expected = program["sigma"] ** 2 * (rho + (1 - rho) / bags)
    assert program["first"].var() == pytest.approx(expected, rel=0.05)
