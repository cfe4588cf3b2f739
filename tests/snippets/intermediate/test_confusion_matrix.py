import numpy as np
import pytest
from sklearn.metrics import (
    accuracy_score,
    balanced_accuracy_score,
    confusion_matrix,
    f1_score,
    matthews_corrcoef,
    precision_score,
    recall_score,
)

from tests.snippets.load import load

program = load("intermediate/confusion-matrix")


def test_metrics_agree_with_scikit_learn():
    truth = np.repeat([1, 1, 0, 0], [42, 8, 46, 404])
    predicted = np.repeat([1, 0, 1, 0], [42, 8, 46, 404])
    expected = [
        recall_score(truth, predicted),
        recall_score(truth, predicted, pos_label=0),
        balanced_accuracy_score(truth, predicted),
        accuracy_score(truth, predicted),
        precision_score(truth, predicted),
        f1_score(truth, predicted),
        matthews_corrcoef(truth, predicted),
    ]
    assert list(program["at_02"].values()) == pytest.approx(expected)


def test_normalization_agrees_with_scikit_learn():
    matrix = np.array(program["matrix"])
    truth = np.repeat(range(3), matrix.sum(axis=1))
    predicted = np.concatenate([np.repeat(range(3), row) for row in matrix])
    assert program["recall"] == pytest.approx(confusion_matrix(truth, predicted, normalize="true"))
    by_column = confusion_matrix(truth, predicted, normalize="pred")
    assert np.array(program["precision"]) == pytest.approx(by_column)
