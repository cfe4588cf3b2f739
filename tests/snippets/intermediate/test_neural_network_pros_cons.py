import pytest
from scipy.special import expit

from tests.snippets.load import load

program = load("intermediate/neural-network-pros-cons")


def test_the_attack_lowers_the_logit_by_step_times_the_sum_of_sizes():
    weights, x = [0.5, -1.5, 1.0], [1.0, 2.0, 3.0]
    moved = program["attack"](weights, x, 0.1)
    assert program["probability"](weights, x) == pytest.approx(expit(0.5))
    assert program["probability"](weights, moved) == pytest.approx(expit(0.5 - 0.1 * 3))


def test_the_temperature_divides_the_logit():
    assert program["probability"]([1.0], [3.0], temperature=2) == pytest.approx(expit(1.5))
