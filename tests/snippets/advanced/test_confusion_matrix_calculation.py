import numpy as np
import pytest
from sklearn import metrics as sk

from tests.snippets.load import load

program = load("advanced/confusion-matrix-calculation")

# The 100 cases of the page, one by one: 10 TP, 40 FN, 35 FP, 15 TN.
truth = np.repeat([1, 1, 0, 0], [10, 40, 35, 15])
predicted = np.repeat([1, 0, 1, 0], [10, 40, 35, 15])


def by_scikit_learn(truth, predicted):
    return {
        "recall": sk.recall_score(truth, predicted),
        "specificity": sk.recall_score(truth, predicted, pos_label=0),
        "precision": sk.precision_score(truth, predicted),
        "NPV": sk.precision_score(truth, predicted, pos_label=0),
        "accuracy": sk.accuracy_score(truth, predicted),
        "F1": sk.f1_score(truth, predicted),
        "MCC": sk.matthews_corrcoef(truth, predicted),
    }


def test_metrics_agree_with_scikit_learn():
    assert program["given"] == pytest.approx(by_scikit_learn(truth, predicted))
    assert program["flipped"] == pytest.approx(by_scikit_learn(truth, 1 - predicted))


def test_the_layout_that_the_page_ascribes_to_scikit_learn():
    assert sk.confusion_matrix(truth, predicted).tolist() == [[15, 35], [40, 10]]


def test_precision_at_another_prevalence_agrees_with_reweighted_cases():
    weights = np.where(truth == 1, 0.1, 0.9)  # the classes were of equal size
    expected = sk.precision_score(truth, 1 - predicted, sample_weight=weights)
    assert program["precision_at"](0.1, 0.8, 0.7) == pytest.approx(expected)
