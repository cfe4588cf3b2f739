import pytest

from tests.snippets.load import load

program = load("product/quantum-computing-and-ml")


@pytest.mark.parametrize("power", [2, 3, 4])
@pytest.mark.parametrize("cores", [1, 10_000])
def test_both_machines_need_the_same_time_at_the_break_even(power, cores):
    seconds = program["break_even"](power, cores)
    steps = seconds * program["CLASSICAL"] * cores
    assert steps ** (1 / power) / program["QUANTUM"] == pytest.approx(seconds)


def test_the_standard_error_after_that_many_shots():
    assert program["shots"](0.01) ** -0.5 == pytest.approx(0.01)
