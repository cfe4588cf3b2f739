import numpy as np
import pytest
from sklearn.metrics import f1_score, fbeta_score

from tests.snippets.load import load

program = load("beginner/f1-score")

# The 100 tickets of the page, one by one.
matrix = np.array(program["tickets"])
actual, predicted = (np.repeat(index.ravel(), matrix.ravel()) for index in np.indices(matrix.shape))


def test_every_average_agrees_with_scikit_learn():
    assert program["scores"] == pytest.approx(f1_score(actual, predicted, average=None))
    for average in ("macro", "weighted", "micro"):
        assert program[average] == pytest.approx(f1_score(actual, predicted, average=average))


@pytest.mark.parametrize("beta", [0.5, 1, 2])
def test_f_beta_agrees_with_scikit_learn(beta):
    # 16 TP, 4 FN and 24 FP: precision 0.4 and recall 0.8.
    truth, flagged = np.repeat([1, 1, 0], [16, 4, 24]), np.repeat([1, 0, 1], [16, 4, 24])
    expected = fbeta_score(truth, flagged, beta=beta)
    assert program["f_beta"](0.4, 0.8, beta) == pytest.approx(expected)
