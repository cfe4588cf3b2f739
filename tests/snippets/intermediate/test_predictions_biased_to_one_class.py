import pytest
from sklearn.metrics import roc_auc_score

from tests.snippets.load import load

program = load("intermediate/predictions-biased-to-one-class")


def test_auc_agrees_with_scikit_learn():
    for scores in program["cases"].values():
        assert program["auc"](scores, program["y"]) == pytest.approx(
            roc_auc_score(program["y"], scores)
        )


def test_shifting_the_prior_there_and_back_changes_nothing():
    there = program["shift_prior"](0.5, 0.10, 0.30)
    assert there == pytest.approx(27 / 34)
    assert program["shift_prior"](there, 0.30, 0.10) == pytest.approx(0.5)
