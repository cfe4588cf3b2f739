import pytest

from tests.snippets.load import load

program = load("product/products-that-benefit-from-ml")


def test_the_values_computed_by_hand():
    at_once = [program["at_once"](*proposal) for proposal in program["proposals"].values()]
    with_pilot = [program["with_pilot"](*proposal) for proposal in program["proposals"].values()]
    assert at_once == pytest.approx([28_000, 40_000, -30_000, -15_000])
    assert with_pilot == pytest.approx([24_000, 62_000, 25_000, -8_000])


def test_a_pilot_saves_the_cost_of_failures_and_no_more():
    for decisions, gain, chance, cost in list(program["proposals"].values())[:3]:
        saved = program["with_pilot"](decisions, gain, chance, cost) - program["at_once"](
            decisions, gain, chance, cost
        )
        assert saved == pytest.approx((1 - chance) * cost - program["PILOT"])
