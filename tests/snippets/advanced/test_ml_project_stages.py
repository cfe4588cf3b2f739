import numpy as np
import pytest

from tests.snippets.load import load

program = load("advanced/ml-project-stages")


def test_a_miss_costs_twenty_and_a_false_alarm_one():
    malignant = np.array([True, True, False, False])
    flagged = np.array([True, False, True, False])
    assert program["cost"](malignant, flagged) == pytest.approx((20 + 1) / 4)


def test_the_split_keeps_the_share_of_malignant_rows_and_no_row_twice():
    dev, test = program["X_dev"], program["X_test"]
    assert program["y_dev"].mean() == pytest.approx(program["y_test"].mean(), abs=0.005)
    assert len(np.unique(np.vstack([dev, test]), axis=0)) == len(dev) + len(test)


def test_the_reported_false_alarms_on_the_test_rows():
    X_test, y_test = program["X_test"], program["y_test"]
    for flagged, needless in ((program["flagged"], 14), (X_test[:, 0] >= program["rule"], 59)):
        assert (flagged & ~y_test).sum() == needless
        assert (y_test & ~flagged).sum() == 1
