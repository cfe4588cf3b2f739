import pytest
from sklearn.metrics import roc_auc_score

from tests.snippets.load import load

program = load("product/ad-selection")
ads = program["ads"]


def test_the_winner_still_wins_just_above_its_price_and_not_below():
    winner, price = program["second_price"](ads)
    _, per, p = ads[winner]
    best_other = max(program["ecpm"](*ad) for name, ad in ads.items() if name != winner)
    assert (
        program["ecpm"](price * 1.001, per, p) > best_other > program["ecpm"](price * 0.999, per, p)
    )


def test_doubling_all_probabilities_changes_the_winner_and_not_the_auc():
    clicks, p = [0, 1, 0, 1], [ad[2] for ad in ads.values()]
    assert roc_auc_score(clicks, p) == pytest.approx(roc_auc_score(clicks, [2 * x for x in p]))
    doubled = {name: (bid, per, 2 * p) for name, (bid, per, p) in ads.items()}
    assert program["second_price"](ads)[0] == "brand"
    assert program["second_price"](doubled)[0] == "cola"
