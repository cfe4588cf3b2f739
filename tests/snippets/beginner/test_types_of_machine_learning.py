import numpy as np
import pytest

from tests.snippets.load import load

program = load("beginner/types-of-machine-learning")


def test_exploring_finds_the_values_of_value_iteration():
    value = np.zeros(6)
    for _ in range(100):
        for cell in range(1, 5):
            arrive = [program["REWARD"].get(to, 0.9 * value[to]) for to in (cell - 1, cell + 1)]
            value[cell] = max(arrive)
    q = program["train"](0.3)
    for cell in range(1, 5):
        assert max(q[cell, -1], q[cell, 1]) == pytest.approx(value[cell])


def test_without_exploring_only_the_way_to_the_left_is_tried():
    assert set(program["train"](0.0)) == {(2, -1), (1, -1)}
