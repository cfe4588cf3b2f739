import random

import pytest
from sklearn.metrics import average_precision_score, ndcg_score

from tests.snippets.load import load

program = load("product/search-ranking-metrics")


def test_linear_ndcg_agrees_with_scikit_learn():
    grades = [3, 0, 2, 1, 0, 2]  # the sixth document was judged, but not shown
    expected = ndcg_score([grades], [[6, 5, 4, 3, 2, 1]], k=5)
    assert program["ndcg"](grades, [3, 2, 2, 1], 5, lambda g: g) == pytest.approx(expected)


def test_average_precision_agrees_with_scikit_learn():
    grades = [3, 0, 2, 1, 0]
    expected = average_precision_score([g > 0 for g in grades], [5, 4, 3, 2, 1])
    assert program["binary_metrics"](grades, 3, 5)[3] == pytest.approx(expected)


def test_both_teams_bring_half_of_an_interleaved_list():
    for seed in range(20):
        shown, team = program["team_draft"]("pqrstu", "qpuvrs", 4, random.Random(seed))
        assert len(set(shown)) == 4
        assert team.count("A") == 2
