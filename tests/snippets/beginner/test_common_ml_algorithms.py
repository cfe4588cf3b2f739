import numpy as np
import pytest

from tests.snippets.load import load

program = load("beginner/common-ml-algorithms")


def test_scaling_leaves_trees_as_they_are_and_helps_distances():
    accuracy = {name: program["accuracy"](model) for name, model in program["MODELS"].items()}
    for name in ("decision tree", "random forest", "gradient boosting"):
        raw, scaled = accuracy[name]
        assert raw == pytest.approx(scaled, abs=0.01)
    for name in ("k-NN", "SVM, RBF kernel"):
        raw, scaled = accuracy[name]
        assert scaled - raw > 0.25


def test_the_widest_feature_is_proline():
    assert np.argmax(program["X"].std(axis=0)) == 12
    assert program["share"] == pytest.approx(0.998, abs=5e-4)
