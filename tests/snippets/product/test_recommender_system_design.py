import numpy as np
import pytest
from sklearn.metrics import ndcg_score

from tests.snippets.load import load

program = load("product/recommender-system-design")
rng = np.random.default_rng(5)
relevant, scores = rng.integers(0, 2, (50, 30)), rng.random((50, 30))


@pytest.mark.parametrize("k", [1, 5, 30])
def test_ndcg_agrees_with_scikit_learn(k):
    expected = ndcg_score(relevant, scores, k=k)
    assert program["ndcg_at_k"](relevant, scores, k) == pytest.approx(expected)


def test_recall_counts_what_was_found():
    best = [set(np.argsort(-row)[:5]) for row in scores]
    wanted = [set(np.flatnonzero(row)) for row in relevant]
    expected = np.mean([len(b & w) / len(w) for b, w in zip(best, wanted, strict=True)])
    assert program["recall_at_k"](relevant, scores, 5) == pytest.approx(expected)
