import numpy as np
import pytest
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import NearestCentroid
from sklearn.pipeline import make_pipeline

from tests.snippets.load import load

program = load("beginner/cross-validation")


@pytest.mark.parametrize("inside", [True, False])
def test_accuracies_equal_those_of_a_scikit_learn_pipeline(inside):
    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(50, 200)), np.repeat([0, 1], 25)
    blocks = np.array_split(np.random.default_rng(1).permutation(50), 5)
    splits = [(np.setdiff1d(np.arange(50), test), test) for test in blocks]
    select = SelectKBest(f_classif, k=20)
    model = make_pipeline(select, NearestCentroid()) if inside else NearestCentroid()
    expected = cross_val_score(model, X if inside else select.fit_transform(X, y), y, cv=splits)
    scores = program["cross_validate"](X, y, 5, inside, np.random.default_rng(1))
    assert scores == pytest.approx(list(expected))
