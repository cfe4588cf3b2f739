import pytest
from sklearn.inspection import permutation_importance

from tests.snippets.load import load

program = load("ethics/interpretability-vs-explainability")
forest, X, y, test = (program[name] for name in ("forest", "X", "y", "test"))


def test_importance_agrees_with_scikit_learn_up_to_the_shuffles():
    expected = permutation_importance(
        forest, X[test], y[test], scoring="roc_auc", n_repeats=10, random_state=1
    ).importances_mean
    for column in range(3):
        found = program["importance"](forest, X[test], [column])
        assert found == pytest.approx(expected[column], abs=0.02)


def test_recording_debt_twice_hides_it_behind_late_payments():
    losses = program["losses"]
    assert losses[2, "debt"] > losses[2, "late"]
    assert max(losses[3, "debt"], losses[3, "debt_2"]) < losses[3, "late"] < losses["both"]
