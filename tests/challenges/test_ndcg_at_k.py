import numpy as np
import pytest
from sklearn.metrics import ndcg_score

from tests.challenges.load import load

ndcg_at_k = load("ndcg-at-k")


@pytest.mark.parametrize("k", [1, 3, 10, 30])
@pytest.mark.parametrize("seed", range(5))
def test_ndcg_is_that_of_scikit_learn_on_exponential_gains(seed, k):
    relevances = np.random.default_rng(seed).integers(0, 4, size=20)
    scores = -np.arange(20.0)  # the order as it is
    expected = ndcg_score([2.0**relevances - 1], [scores], k=k)
    assert ndcg_at_k(relevances.tolist(), k) == pytest.approx(expected)
