import numpy as np
import pytest
from sklearn.impute import MissingIndicator, SimpleImputer

from tests.challenges.load import load

MeanImputer = load("mean-imputation")


@pytest.mark.parametrize("seed", range(10))
def test_values_and_indicators_are_those_of_scikit_learn(seed):
    rng = np.random.default_rng(seed)
    train, test = rng.normal(size=(30, 4)), rng.normal(size=(8, 4))
    for part in train, test:
        part[rng.uniform(size=part.shape) < 0.3] = np.nan
    values = SimpleImputer().fit(train).transform(test)
    missing = MissingIndicator(features="all").fit(train).transform(test)
    found = MeanImputer().fit(train.tolist()).transform(test.tolist())
    np.testing.assert_allclose(found, np.hstack([values, missing]))
