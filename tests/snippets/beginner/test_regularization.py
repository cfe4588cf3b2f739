import numpy as np
import pytest
from sklearn.linear_model import RidgeCV

from tests.snippets.load import load

program = load("beginner/regularization")


def test_noise_and_signal_are_as_stated():
    assert np.var(program["y_new"]) == pytest.approx(11.25, rel=0.03)


def test_ridge_prefers_the_strength_that_leave_one_out_prefers():
    Z = (program["X"] - program["X"].mean(axis=0)) / program["X"].std(axis=0)
    model = RidgeCV(alphas=(0.01, 1, 10, 100, 10_000)).fit(Z, program["y"])
    assert model.alpha_ == 10


def test_best_shrinkage_of_one_weight():
    strength = np.linspace(0, 2, 2001)
    error = (strength / (1 + strength)) ** 2 + 0.5 / (1 + strength) ** 2
    assert strength[error.argmin()] == pytest.approx(0.5)
    assert error.min() == pytest.approx(1 / 3)
