import numpy as np
import pytest
from scipy.stats import sem

from tests.snippets.load import load

program = load("product/reproducibility")


def test_adding_in_order_agrees_with_numpys_running_sum():
    numbers = [0.1, 0.2, 0.3, 1e16, 1.0, -1e16]
    assert program["add_up"](numbers) == np.cumsum(numbers)[-1]
    assert program["add_up"](numbers[:3]) != program["add_up"](numbers[2::-1])


def test_the_standard_error_agrees_with_scipy():
    assert program["error"] == pytest.approx(sem(program["accuracy"]))
    assert len(set(program["accuracy"])) > 10
