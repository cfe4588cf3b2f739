import numpy as np
import pytest

from tests.snippets.load import load

program = load("ethics/credit-scoring-fairness")


def test_sixty_percent_are_approved_so_errors_and_rates_fit_together():
    auc, ratio, fnr_a, fnr_b = program["audit"](["debt", "late"])
    of_b, good = program["b"][program["test"]], program["repaid"][program["test"]]
    assert ratio < 1
    assert fnr_a < fnr_b
    good_refused = fnr_a * (good & ~of_b).sum() + fnr_b * (good & of_b).sum()
    assert good_refused / good.size < 0.4
    assert auc == pytest.approx(0.774, abs=0.001)


def test_area_tells_the_group_better_than_tenure():
    gaps = [
        abs(np.subtract(*(program["X"][name][program["b"] == g].mean() for g in (True, False))))
        for name in ("area", "tenure")
    ]
    assert gaps[0] > 5 * gaps[1]


def test_who_repays_follows_the_formula():
    x, repaid = program["X"], program["repaid"]
    low_risk = (np.abs(x["debt"] + 0.8 * x["late"]) < 0.05) & (np.abs(x["tenure"]) < 0.3)
    assert repaid[low_risk].mean() == pytest.approx(1 / (1 + np.exp(-1)), abs=0.08)
