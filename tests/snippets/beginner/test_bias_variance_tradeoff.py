import numpy as np
import pytest
from sklearn.preprocessing import PolynomialFeatures

from tests.snippets.load import load

program = load("beginner/bias-variance-tradeoff")
x, truth, n, sigma = (program[name] for name in ("x", "truth", "n", "sigma"))


def test_simulation_agrees_with_the_exact_bias_and_variance_of_least_squares():
    for degree in (0, 1, 3, 8):
        features = PolynomialFeatures(degree).fit_transform(x[:, None])
        projection = features @ np.linalg.pinv(features)
        bias2, variance, _, _ = program["decompose"](degree)
        assert bias2 == pytest.approx(np.mean((projection @ truth - truth) ** 2), abs=2e-3)
        assert variance == pytest.approx(sigma**2 * (degree + 1) / n, rel=0.02)


def test_bias_variance_and_noise_add_up_to_the_test_error():
    for degree in (0, 1, 3, 8):
        bias2, variance, _, test = program["decompose"](degree)
        assert test == pytest.approx(bias2 + variance + sigma**2, abs=3e-3)
