import numpy as np
import pytest

from tests.snippets.load import load

program = load("intermediate/time-series-cross-validation")


@pytest.mark.parametrize("name", ["expanding", "sliding"])
def test_every_training_label_is_complete_on_the_evening_of_the_first_test_row(name):
    evenings, horizon = program["evenings"], program["horizon"]
    for train, test in program[name].split(program["X"]):
        last_day_of_label = evenings[train] + horizon
        assert last_day_of_label.max() == evenings[test[0]]


def test_without_a_gap_six_training_labels_reach_past_the_first_test_evening():
    evenings, horizon = program["evenings"], program["horizon"]
    for train, test in program["no_gap"].split(program["X"]):
        assert np.sum(evenings[train] + horizon > evenings[test[0]]) == 6


def test_labels_are_the_means_of_the_days_that_follow():
    sales, row = program["sales"], 10
    day = program["evenings"][row]
    assert program["y"][row] == pytest.approx(np.mean(sales[day + 1 : day + 8]))
