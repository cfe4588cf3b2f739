import pytest
from sklearn.metrics import accuracy_score, cohen_kappa_score, recall_score

from tests.snippets.load import load

compare = load("product/large-language-models-in-product")["compare"]


@pytest.mark.parametrize("counts", [(84, 10, 2, 4), (76, 3, 10, 11), (5, 4, 3, 2)])
def test_agreement_kappa_and_failures_caught_agree_with_scikit_learn(counts):
    both_pass, judge_pass, human_pass, both_fail = counts
    judge = [1] * (both_pass + judge_pass) + [0] * (human_pass + both_fail)
    human = [1] * both_pass + [0] * judge_pass + [1] * human_pass + [0] * both_fail
    expected = (
        accuracy_score(human, judge),
        cohen_kappa_score(human, judge),
        recall_score(human, judge, pos_label=0),
    )
    assert compare(*counts) == pytest.approx(expected)
