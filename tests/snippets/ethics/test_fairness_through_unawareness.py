import numpy as np
import pytest

from tests.snippets.load import load

program = load("ethics/fairness-through-unawareness")
group, test = program["group"], program["test"]


def test_the_groups_repay_equally_often_so_a_gap_is_not_one_of_ability():
    repaid = program["repaid"]
    assert repaid[group == 0].mean() == pytest.approx(repaid[group == 1].mean(), abs=0.02)


def test_ranking_by_ability_itself_chooses_both_groups_equally_often():
    assert program["rates"](program["ability"][test]) == pytest.approx((0.4, 0.4), abs=0.02)


def test_rates_count_the_chosen_of_each_group():
    score = np.arange(len(group[test]))
    chosen_groups = group[test][-len(score) * 4 // 10 :]
    of_b = chosen_groups.sum() / group[test].sum()
    assert program["rates"](score)[1] == pytest.approx(of_b)
