import numpy as np
import pytest
from sklearn import metrics

from tests.snippets.load import load

program = load("beginner/accuracy-vs-model-performance")


def test_report_equals_scikit_learn():
    tp, fn, fp, tn = program["models"]["balanced"]
    truth = np.repeat([1, 1, 0, 0], [tp, fn, fp, tn])
    flagged = np.repeat([1, 0, 1, 0], [tp, fn, fp, tn])
    accuracy, recall, precision, _ = program["report"](tp, fn, fp, tn)
    assert accuracy == pytest.approx(metrics.accuracy_score(truth, flagged))
    assert recall == pytest.approx(metrics.recall_score(truth, flagged))
    assert precision == pytest.approx(metrics.precision_score(truth, flagged))


def test_all_models_see_the_same_payments():
    for tp, fn, fp, tn in program["models"].values():
        assert (tp + fn, fp + tn) == (100, 99_900)
