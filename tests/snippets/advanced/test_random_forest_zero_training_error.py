import numpy as np
import pytest
from sklearn.ensemble import RandomForestClassifier

from tests.snippets.load import load

program = load("advanced/random-forest-zero-training-error")
X, y, X_val, y_val = (program[name] for name in ("X", "y", "X_val", "y_val"))


def test_out_of_bag_error_counts_only_the_trees_that_left_a_row_out():
    forest = RandomForestClassifier(100, oob_score=True, random_state=0).fit(X, y)
    votes = np.zeros((len(y), 2))
    for tree, rows in zip(forest.estimators_, forest.estimators_samples_, strict=True):
        out = np.setdiff1d(np.arange(len(y)), rows)
        votes[out] += tree.predict_proba(X[out])
    assert (votes.argmax(axis=1) == y).mean() == pytest.approx(forest.oob_score_)


def test_training_error_is_zero_even_on_coin_flips():
    X, y = program["draw"](500, flipped=0.5)
    assert RandomForestClassifier(100, random_state=0).fit(X, y).score(X, y) == 1


def test_the_best_rule_errs_as_often_as_labels_are_flipped():
    assert ((X_val[:, 0] > 0) != y_val).mean() == pytest.approx(0.3, abs=0.03)
