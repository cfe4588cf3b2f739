import numpy as np
import pytest
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
