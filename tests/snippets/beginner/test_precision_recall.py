import pytest
from sklearn.metrics import average_precision_score, precision_score, recall_score

from tests.snippets.load import load

program = load("beginner/precision-recall")
scores, fraud = program["scores"], program["fraud"]


def test_precision_and_recall_agree_with_scikit_learn():
    for threshold in scores:
        flagged = [score >= threshold for score in scores]
        expected = precision_score(fraud, flagged), recall_score(fraud, flagged)
        assert program["precision_recall"](scores, fraud, threshold) == pytest.approx(expected)


def test_average_precision_agrees_with_scikit_learn():
    expected = average_precision_score(fraud, scores)
    assert program["average_precision"](scores, fraud) == pytest.approx(expected)
