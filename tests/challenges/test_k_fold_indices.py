import random

import pytest
from sklearn.model_selection import KFold

from tests.challenges.load import load

k_fold = load("k-fold-indices")


@pytest.mark.parametrize("k", [2, 3, 5, 17])
@pytest.mark.parametrize("n", [17, 30, 100])
def test_folds_are_those_of_scikit_learn(n, k):
    expected = [(train.tolist(), test.tolist()) for train, test in KFold(k).split(range(n))]
    assert k_fold(n, k) == expected


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_folds_are_a_partition_of_the_same_sizes(seed):
    folds = k_fold(50, 7, random.Random(seed))
    assert [len(test) for _, test in folds] == [len(test) for _, test in KFold(7).split(range(50))]
    assert sorted(position for _, test in folds for position in test) == list(range(50))
    assert all(set(train) == set(range(50)) - set(test) for train, test in folds)
