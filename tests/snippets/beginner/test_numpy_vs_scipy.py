import importlib.metadata

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from tests.snippets.load import load

program = load("beginner/numpy-vs-scipy")


def test_broadcasting_agrees_with_scipy():
    rows = np.array([[0, 0], [3, 4], [6, 8]])
    assert program["distances"] == pytest.approx(cdist(rows, rows))


def test_scipy_requires_numpy_and_not_the_other_way_round():
    required = {name: str(importlib.metadata.requires(name)) for name in ("numpy", "scipy")}
    assert "numpy" in required["scipy"]
    assert "scipy" not in required["numpy"]


def test_the_exponential_is_a_quarter_turn():
    assert program["quarter_turn"] == pytest.approx(np.array([[0, -1], [1, 0]]), abs=1e-12)
