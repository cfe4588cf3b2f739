import numpy as np
import pytest
from sklearn.metrics import precision_score, recall_score

from tests.snippets.load import load

program = load("product/fraud-detection-imbalance")


def test_precision_follows_from_the_counts():
    assert program["precision"](0.001, 0.90, 0.01) == pytest.approx(900 / 10_890)


def test_undoing_undersampling_returns_the_natural_share():
    frauds, negatives, kept = 10, 10_000, 0.02
    sampled = frauds / (frauds + kept * negatives)
    natural = program["undo_undersampling"](sampled, kept)
    assert natural == pytest.approx(frauds / (frauds + negatives))


def test_review_agrees_with_scikit_learn():
    fraud, amount = program["fraud"][:5_000], program["amount"][:5_000]
    priority = program["p"][:5_000] * amount
    flagged = np.zeros(5_000, dtype=bool)
    flagged[np.argsort(-priority)[:100]] = True
    count, money, hit_rate = program["review"](priority, fraud, amount, 100)
    assert count == pytest.approx(recall_score(fraud, flagged))
    assert hit_rate == pytest.approx(precision_score(fraud, flagged))
    assert money == pytest.approx(amount[fraud & flagged].sum() / amount[fraud].sum())
