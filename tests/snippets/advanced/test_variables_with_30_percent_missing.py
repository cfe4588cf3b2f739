import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from tests.snippets.load import load

program = load("advanced/variables-with-30-percent-missing")


def test_the_gap_alone_predicts():
    X, y = program["X"], program["y"]
    assert roc_auc_score(y, ~np.isnan(X[:, 1])) > 0.6
    assert roc_auc_score(y, ~np.isnan(X[:, 2])) == pytest.approx(0.5, abs=0.03)


def test_the_indicator_adds_one_column_per_column_with_gaps():
    X, y = program["X"], program["y"]
    assert program["logistic"](True).fit(X, y)[-1].n_features_in_ == 5
    assert program["logistic"](False).fit(X, y)[-1].n_features_in_ == 3
