import pytest

from tests.snippets.load import load

program = load("ethics/mitigating-bias")
policies = {policy[:2]: policy[2:] for policy in program["policies"]()}


def test_one_cut_off_for_both_groups_by_hand():
    assert program["outcome"]("A", 5)[:2] == pytest.approx((0.71, 524.5 / 620))
    assert program["outcome"]("B", 5)[:2] == pytest.approx((0.29, 194.5 / 380))


def test_cutting_at_even_odds_has_the_most_right_decisions():
    assert max(policies, key=lambda cuts: policies[cuts][2]) == (5, 5)


def test_approving_everyone_leaves_no_gap_and_as_many_right_as_repay():
    assert policies[0, 0] == pytest.approx((0, 0, 1_000 / 2_000))
