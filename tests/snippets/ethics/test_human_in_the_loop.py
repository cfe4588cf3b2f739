import pytest

from tests.snippets.load import load

program = load("ethics/human-in-the-loop")


def test_the_policy_worked_out_on_the_page():
    assert program["policy"](2) == pytest.approx((0.75, 1 - 17.5 / 750, 37.5, 2_375, 250))


def test_the_cheapest_policy_automates_where_the_rule_says():
    costs = [program["policy"](n)[3] for n in range(5)]
    limit = program["HUMAN_RIGHT"] - program["REVIEW_COST"] / program["ERROR_COST"]
    sure = sum(right >= limit for right, _ in program["groups"])
    assert costs.index(min(costs)) == sure
