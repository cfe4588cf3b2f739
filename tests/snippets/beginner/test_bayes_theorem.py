import numpy as np
import pytest
from sklearn.naive_bayes import BernoulliNB

from tests.snippets.load import load

program = load("beginner/bayes-theorem")


def naive_bayes(tests):
    """P(sick | all of `tests` conditionally independent tests are positive), by scikit-learn."""
    results = np.repeat([[1], [0], [1], [0]], tests, axis=1)
    sick, people = [1, 1, 0, 0], [99, 1, 495, 9405]
    model = BernoulliNB(alpha=1e-12).fit(results, sick, sample_weight=people)
    return model.predict_proba(np.ones((1, tests)))[0, 1]


def test_one_and_two_positives_agree_with_naive_bayes():
    assert program["once"] == pytest.approx(naive_bayes(tests=1))
    assert program["twice"] == pytest.approx(naive_bayes(tests=2))


def test_the_odds_form_agrees_with_the_probability_form():
    for prior in (0.001, 0.3, 0.9):
        direct = program["posterior"](prior, 0.7, 0.2)
        assert program["posterior_by_odds"](prior, 0.7, 0.2) == pytest.approx(direct)
