import pytest
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression

from tests.snippets.load import load

program = load("intermediate/fixing-high-variance")


class Fixed:
    """A model that takes any seed."""

    def __init__(self, model):
        self.model = model

    def set_params(self, random_state):
        return self.model


def test_a_constant_has_no_variance():
    constant = DummyRegressor(strategy="constant", constant=14.0)
    bias2, variance = program["bias2_variance"](Fixed(constant), 50)
    assert variance == 0
    assert bias2 == pytest.approx(((program["truth"] - 14) ** 2).mean())


def test_four_times_the_rows_quarter_the_variance_of_least_squares():
    _, few = program["bias2_variance"](Fixed(LinearRegression()), 150)
    _, many = program["bias2_variance"](Fixed(LinearRegression()), 600)
    assert few / many == pytest.approx(4, rel=0.25)
