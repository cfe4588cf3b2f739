import numpy as np
import pytest

from tests.snippets.load import load

program = load("intermediate/imbalanced-data")
plain, y_test = program["plain"], program["y_test"]


def cost(threshold):
    flagged = plain >= threshold
    return 200 * y_test[~flagged].sum() + 5 * flagged.sum()


def test_the_cost_of_the_two_matrices_on_the_page():
    assert (cost(0.5), cost(0.025)) == (157 * 200 + 57 * 5, 27 * 200 + 1_442 * 5)


def test_no_threshold_is_much_cheaper_than_the_one_that_the_costs_give():
    cheapest = min(cost(threshold) for threshold in np.geomspace(0.001, 0.9, 500))
    assert cost(0.025) == pytest.approx(cheapest, rel=0.05)


def test_balanced_weights_multiply_the_odds_by_about_49():
    odds = program["balanced"] / (1 - program["balanced"]) / (plain / (1 - plain))
    assert np.median(odds) == pytest.approx(49, rel=0.1)


def test_oversampling_repeats_positives_and_keeps_every_case():
    X, y = np.arange(10)[:, None], np.repeat([0, 1], [8, 2])
    more, labels = program["oversample"](X, y)
    assert labels.tolist() == y.tolist() + [1] * 6
    assert set(more.ravel()) == set(range(10))
