from math import log

import numpy as np
import pytest
from sklearn.metrics import mutual_info_score

from tests.challenges.load import load

information_gain = load("information-gain")


@pytest.mark.parametrize("seed", range(5))
def test_the_gain_is_the_mutual_information_of_scikit_learn(seed):
    feature, labels = np.random.default_rng(seed).integers(4, size=(2, 30)).tolist()
    reference = mutual_info_score(labels, feature) / log(2)
    assert information_gain(feature, labels) == pytest.approx(reference)
