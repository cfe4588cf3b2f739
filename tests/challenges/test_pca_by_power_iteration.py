from random import Random

import numpy as np
import pytest
from sklearn.decomposition import PCA

from tests.challenges.load import load

first_component = load("pca-by-power-iteration")


@pytest.mark.parametrize("seed", range(5))
def test_the_component_is_that_of_scikit_learn(seed):
    random = np.random.default_rng(seed)
    mixing = np.linalg.qr(random.normal(size=(4, 4)))[0]
    X = (random.normal(size=(50, 4)) * [5, 2, 1, 1] @ mixing + 7).round(4)
    reference = PCA(1).fit(X)
    (axis,), (variance,) = reference.components_, reference.explained_variance_

    direction, came = first_component(X.tolist(), Random(seed))
    assert came == pytest.approx(variance)
    assert direction == pytest.approx(axis * np.sign(axis[np.abs(axis).argmax()]))
