import numpy as np
import pytest

from tests.snippets.load import load

program = load("beginner/curse-of-dimensionality")


def test_contrast_of_points_at_known_distances():
    line = iter([np.arange(1.0, 1_001)[:, None], np.zeros((1, 1))])
    assert program["contrast"](lambda n: next(line), queries=1) == pytest.approx(999)


def test_squared_distances_have_the_stated_mean_and_spread():
    a, b = program["uniform"](10)(50_000), program["uniform"](10)(50_000)
    squared = ((a - b) ** 2).sum(axis=1)
    assert squared.mean() == pytest.approx(10 / 6, rel=0.01)
    assert squared.std() / squared.mean() == pytest.approx(1.18 / 10**0.5, rel=0.02)


def test_the_rotated_square_keeps_its_distances():
    points = program["plane"](1_000)(200)
    assert np.linalg.matrix_rank(points) == 2
    assert np.linalg.norm(points[:, None] - points, axis=2).max() <= 2**0.5
