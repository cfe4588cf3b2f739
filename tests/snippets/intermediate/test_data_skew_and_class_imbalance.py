import pytest
from scipy.stats import skew

from tests.snippets.load import load

program = load("intermediate/data-skew-and-class-imbalance")


def test_skewness_agrees_with_scipy():
    assert program["skewness"](program["rest"]) == pytest.approx(skew(program["rest"]))


def test_partitions_keep_every_row_and_each_key_whole():
    sizes = program["partitions"](["a"] * 5 + ["b"] * 3, 4)
    assert sum(sizes) == 8
    assert set(sizes) <= {0, 3, 5, 8}
