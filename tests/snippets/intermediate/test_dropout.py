import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from tests.snippets.load import load

program = load("intermediate/dropout")
h, y = program["h"][:100], program["y"][:100]


def test_the_mask_keeps_the_mean_and_adds_the_variance_of_the_formula():
    values = program["Dropout"](0.2)(np.full(100_000, 2.0))
    assert set(np.round(values, 9)) == {0, 2.5}
    assert values.mean() == pytest.approx(2, abs=0.02)
    assert values.var() == pytest.approx(1, abs=0.02)


def test_evaluation_mode_is_the_identity():
    dropout = program["Dropout"](0.5)
    dropout.training = False
    assert (dropout(h) == h).all()


def test_without_dropout_it_is_logistic_regression():
    w = program["train"](h[:, :5], y, program["Dropout"](0), steps=3000)
    model = LogisticRegression(C=np.inf, fit_intercept=False, tol=1e-8).fit(h[:, :5], y)
    assert w == pytest.approx(model.coef_[0], abs=1e-3)
    expected = log_loss(y, model.predict_proba(h[:, :5])[:, 1])
    found = program["log_loss"](h[:, :5], y, w, program["Dropout"](0))
    assert found == pytest.approx(expected, abs=1e-4)
