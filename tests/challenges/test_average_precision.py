import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from tests.challenges.load import load

average_precision = load("average-precision")


@pytest.mark.parametrize("decimals", [1, 2, 15])
@pytest.mark.parametrize("seed", range(5))
def test_average_is_that_of_scikit_learn(seed, decimals):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, size=60)
    scores = (rng.normal(size=60) + labels).round(decimals)
    expected = average_precision_score(labels, scores)
    assert average_precision(labels.tolist(), scores.tolist()) == pytest.approx(expected)
