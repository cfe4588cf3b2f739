import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import linregress, norm

from tests.snippets.load import load

program = load("beginner/classification-vs-regression")
km, minutes = program["samples"][0]


def test_regression_agrees_with_scipy():
    line = linregress(km, minutes)
    residuals = minutes - line.intercept - line.slope * km
    deviation = np.sqrt(np.sum(residuals**2) / (len(km) - 2))
    expected = 1 - norm.cdf((45 - line.intercept - line.slope * 3) / deviation)
    assert program["by_regression"](km, minutes, 3) == pytest.approx(expected)


def test_classification_minimizes_log_loss():
    late = minutes > 45

    def loss(w):
        return np.sum(np.logaddexp(0, np.where(late, -1, 1) * (w[0] + w[1] * km)))

    start, slope = minimize(loss, [0.0, 0.0]).x
    expected = 1 / (1 + np.exp(-start - slope * 3))
    assert program["by_classification"](km, minutes, 3) == pytest.approx(expected, abs=1e-3)
