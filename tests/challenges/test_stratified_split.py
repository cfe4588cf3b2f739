import random
from collections import Counter

import numpy as np
import pytest
from sklearn.model_selection import train_test_split

from tests.challenges.load import load

stratified_split = load("stratified-split")


@pytest.mark.parametrize("seed", range(10))
def test_each_part_has_as_many_of_each_class_as_in_scikit_learn(seed):
    rng = random.Random(seed)
    labels = [0] * 4 + [1] * 20 + [2] * 36  # a quarter of each class is a whole number
    rng.shuffle(labels)
    train, test = stratified_split(labels, 0.25, rng)
    assert sorted(train + test) == list(range(60))
    theirs = train_test_split(np.array(labels), test_size=0.25, stratify=labels, random_state=seed)
    for ours, their in zip((train, test), theirs, strict=True):
        assert Counter(labels[position] for position in ours) == Counter(their.tolist())


@pytest.mark.parametrize("seed", range(20))
def test_each_class_is_within_half_an_example_of_its_share_or_has_one(seed):
    rng = random.Random(seed)
    labels = [label for label in range(5) for _ in range(rng.randint(2, 40))]
    share = rng.uniform(0.05, 0.95)
    _, test = stratified_split(labels, share, rng)
    found = Counter(labels[position] for position in test)
    for label, size in Counter(labels).items():
        near = abs(found[label] - share * size) <= 0.5
        assert near or found[label] in (1, size - 1)
        assert 1 <= found[label] < size
