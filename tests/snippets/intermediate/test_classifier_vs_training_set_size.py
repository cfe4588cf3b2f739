import numpy as np

from tests.snippets.load import load

program = load("intermediate/classifier-vs-training-set-size")


def test_the_curves_cross():
    _, logistic, forest = program["errors"](100, 12)
    assert logistic < forest
    _, logistic, forest = program["errors"](3_000, 2)
    assert forest < logistic


def test_the_last_two_features_are_useless():
    X, y = program["draw"](50_000, np.random.default_rng(1))
    correlations = [abs(np.corrcoef(column, y)[0, 1]) for column in X.T]
    assert max(correlations[8:]) < 0.02
    assert min(correlations[:7]) > 0.1
