import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from tests.snippets.load import load

program = load("product/subscription-renewal-prediction")


def test_the_rates_are_those_of_a_logistic_regression_on_customer_months():
    month, renewed = [], []
    for last, left, n in program["customers"]:
        for m in range(1, last + left):  # the months whose decision is known
            month += [m] * n
            renewed += [not (left and m == last)] * n
    dummies = np.eye(4)[month]
    model = LogisticRegression(C=1e6, fit_intercept=False, max_iter=1000).fit(dummies, renewed)
    for m, rate in program["rates"].items():
        assert model.predict_proba(np.eye(4)[[m]])[0, 1] == pytest.approx(rate, abs=1e-3)


def test_the_expected_total_is_the_sum_of_the_probabilities():
    assert program["expected"] == pytest.approx(200 * 500 / 800 + 150 * 300 / 350 + 285 * 0.95)
