import numpy as np
import pytest
from scipy.stats import binom
from sklearn.metrics import accuracy_score

from tests.snippets.load import load

program = load("intermediate/preventing-overfitting")


def test_expected_best_agrees_with_scipy():
    for k, n in [(1, 100), (10, 100), (1_000, 1_000)]:
        best = binom.sf(np.arange(n), n, 0.5)
        expected = (1 - (1 - best) ** k).sum() / n
        assert program["expected_best"](k, n) == pytest.approx(expected)


def test_accuracy_agrees_with_scikit_learn():
    predictions, labels = 0b110100, 0b100110
    bits = [[row >> i & 1 for i in range(6)] for row in (labels, predictions)]
    assert program["accuracy"](predictions, labels, 6) == pytest.approx(accuracy_score(*bits))
