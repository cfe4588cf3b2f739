import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from tests.challenges.load import load

roc_auc = load("roc-auc-by-ranks")


@pytest.mark.parametrize("decimals", [1, 2, 15])
@pytest.mark.parametrize("seed", range(5))
def test_area_is_that_of_scikit_learn(seed, decimals):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, size=60)
    scores = (rng.normal(size=60) + labels).round(decimals)
    expected = roc_auc_score(labels, scores)
    assert roc_auc(labels.tolist(), scores.tolist()) == pytest.approx(expected, abs=1e-12)
