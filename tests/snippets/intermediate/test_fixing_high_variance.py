import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from tests.snippets.load import load

program = load("intermediate/fixing-high-variance")


class Seeded(LinearRegression):
    """Least squares that takes any seed."""

    def set_params(self, random_state):
        return self


def test_a_constant_has_no_variance():
    bias2, variance = program["bias2_variance"](np.full((12, 200), 14.0))
    assert variance == 0
    assert bias2 == pytest.approx(((program["truth"] - 14) ** 2).mean())


def test_scatter_around_the_truth_is_all_variance():
    noise = np.random.default_rng(0).normal(0, 3, (12, 50, 200))
    bias2, variance = program["bias2_variance"](program["truth"] + noise)
    assert variance == pytest.approx(9, abs=0.2)
    assert bias2 == pytest.approx(0, abs=0.05)


def test_four_times_the_rows_quarter_the_variance_of_least_squares():
    _, few = program["bias2_variance"](program["predictions"](Seeded(), 150))
    _, many = program["bias2_variance"](program["predictions"](Seeded(), 600))
    assert few / many == pytest.approx(4, rel=0.25)


def test_the_forest_predicts_the_mean_of_its_trees():
    forest = program["bag"](3)
    trees = program["predictions"](forest, 150)[-1]
    assert forest.predict(program["X_new"]) == pytest.approx(trees.mean(axis=0))
