import pytest
from scipy.stats import entropy

from tests.snippets.load import load

program = load("product/most-valuable-data")


def test_every_source_covers_all_customers_and_all_leavers():
    for groups in program["sources"].values():
        assert tuple(map(sum, zip(*groups, strict=True))) == program["ALL"]


def test_entropy_agrees_with_scipy():
    assert program["entropy"](8_000, 990) == pytest.approx(8_000 * entropy([990, 7_010], base=2))


def test_no_source_is_worth_less_than_nothing_or_more_than_perfect_knowledge():
    profit, whole = program["profit"], program["profit"](*program["ALL"])
    worth = [
        sum(profit(*group) for group in groups) - whole for groups in program["sources"].values()
    ]
    assert min(worth) == 0
    assert max(worth) == worth[-1] == 70_000
