import numpy as np
import pytest
from sklearn.preprocessing import TargetEncoder

from tests.snippets.load import load

program = load("beginner/feature-engineering")
driver, late, train = program["driver"], program["late"], program["train"]


def test_the_encoding_agrees_with_scikit_learn():
    reference = TargetEncoder(smooth=2.0).fit(driver[train, None], late[train])
    mine = program["encode"](driver, driver[train], late[train])
    assert mine == pytest.approx(reference.transform(driver[:, None])[:, 0])


def test_out_of_fold_a_row_never_sees_its_own_label():
    flipped = late[train].copy()
    flipped[0] = not flipped[0]
    before = program["out_of_fold"](driver[train], late[train])
    after = program["out_of_fold"](driver[train], flipped)
    assert before[0] == after[0]
    in_sample = program["encode"](driver[train], driver[train], flipped)
    assert in_sample[0] != program["in_sample"][0]
    assert not np.array_equal(before, after)
