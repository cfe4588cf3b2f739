import numpy as np
import pytest
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score

from tests.snippets.load import load

program = load("intermediate/transfer-learning")


def test_ridge_and_r2_agree_with_scikit_learn():
    X, y = program["task"](30, program["related"])
    model = Ridge(alpha=1, fit_intercept=False).fit(X, y)
    assert program["ridge"](X, y) == pytest.approx(model.coef_)
    assert program["r2"](y, model.predict(X)) == pytest.approx(r2_score(y, model.predict(X)))


def test_pre_training_finds_the_shared_directions():
    overlap = np.linalg.svd(program["encoder"].T @ program["shared"])[1]
    assert overlap.min() > 0.99
