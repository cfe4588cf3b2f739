import numpy as np

from tests.snippets.load import load

program = load("intermediate/decision-tree-vs-logistic-regression")


def test_neither_feature_alone_says_anything_in_the_boxes():
    X = np.random.default_rng(1).uniform(-2, 2, (100_000, 2))
    log_odds = program["boxes"](X)
    for j in (0, 1):
        assert abs(log_odds[X[:, j] > 0].mean() - log_odds[X[:, j] < 0].mean()) < 0.05


def test_the_pipeline_adds_the_product_and_nothing_else():
    assert program["product"].fit_transform([[2, 3]]).tolist() == [[2, 3, 6]]
