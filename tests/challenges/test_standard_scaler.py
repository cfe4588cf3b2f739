import numpy as np
import pytest
from sklearn import preprocessing

from tests.challenges.load import load

StandardScaler = load("standard-scaler")


@pytest.mark.parametrize("shift", [0.0, 1e6])
@pytest.mark.parametrize("seed", range(5))
def test_rows_are_those_of_scikit_learn(seed, shift):
    rng = np.random.default_rng(seed)
    train, test = rng.normal(shift, 3, size=(30, 4)), rng.normal(shift, 3, size=(8, 4))
    train[:, 2] = 0.1  # a constant column
    expected = preprocessing.StandardScaler().fit(train).transform(test)
    found = StandardScaler().fit(train.tolist()).transform(test.tolist())
    np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-8)
