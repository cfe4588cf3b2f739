import numpy as np
import pytest
from sklearn.model_selection import KFold
from sklearn.preprocessing import TargetEncoder

from tests.challenges.load import load

target_encode = load("target-encoding")


@pytest.mark.parametrize("smoothing", [0.0, 1.0, 7.5])
@pytest.mark.parametrize("seed", range(5))
def test_encodings_are_those_of_scikit_learn(seed, smoothing):
    rng = np.random.default_rng(seed)
    categories = rng.choice(list("abcdefgh"), size=40)  # some are missing in some folds
    targets = rng.normal(3, 2, size=40)
    folds = np.empty(40, dtype=int)
    for fold, (_, rows) in enumerate(KFold(4).split(categories)):
        folds[rows] = fold
    encoder = TargetEncoder(smooth=smoothing, cv=KFold(4), target_type="continuous")
    expected = encoder.fit_transform(categories[:, None], targets)[:, 0]
    found = target_encode(categories.tolist(), targets.tolist(), folds.tolist(), smoothing)
    np.testing.assert_allclose(found, expected)
