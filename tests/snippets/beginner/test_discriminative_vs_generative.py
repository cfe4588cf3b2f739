import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import BernoulliNB

from tests.snippets.load import load

program = load("beginner/discriminative-vs-generative")


def test_posterior_agrees_with_scikit_learn():
    model = BernoulliNB(alpha=1e-10).fit(np.array(program["mails"]), program["spam"])
    for x in [(0, 0), (0, 1), (1, 0), (1, 1)]:
        assert program["posterior"](x) == pytest.approx(model.predict_proba([x])[0, 1])


def test_leaving_a_feature_out_sums_over_its_values():
    for y in (True, False):
        parts = program["joint"]((1, 0), y) + program["joint"]((1, 1), y)
        assert program["joint"]((1, None), y) == pytest.approx(parts)


def test_naive_bayes_can_stay_ahead_of_logistic_regression():
    # P(x, y) of two binary features, as weights of 1,000 rows: there is no sampling error at all.
    X = np.array([(0, 0), (0, 1), (1, 0), (1, 1)] * 2)
    y, weight = np.repeat([0, 1], 4), np.array([274, 103, 72, 104, 6, 364, 77, 0])
    models = BernoulliNB(alpha=1e-10), LogisticRegression(C=1e6)
    errors = [1 - model.fit(X, y, weight).score(X, y, weight) for model in models]
    assert errors == pytest.approx([0.186, 0.290])
