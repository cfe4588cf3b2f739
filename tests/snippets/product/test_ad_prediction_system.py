import numpy as np
import pytest
from sklearn.metrics import log_loss

from tests.snippets.load import load

program = load("product/ad-prediction-system")
groups = program["groups"]


def test_log_loss_agrees_with_scikit_learn():
    p = [0.01, 0.02, 0.05]
    truth = np.concatenate([np.repeat([1, 0], [c, n - c]) for n, c in groups])
    predicted = np.repeat(p, [n for n, _ in groups])
    assert program["log_loss"](groups, p) == pytest.approx(log_loss(truth, predicted))


def test_the_constant_rate_has_a_normalized_entropy_of_one():
    assert program["normalized_entropy"](groups, [0.01] * 3) == pytest.approx(1)


def test_recalibration_restores_the_rates_of_all_data():
    assert program["restored"] == pytest.approx([c / n for n, c in groups])
