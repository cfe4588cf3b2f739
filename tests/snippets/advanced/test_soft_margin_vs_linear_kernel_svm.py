import numpy as np
import pytest
from sklearn.svm import SVC

from tests.snippets.load import load

program = load("advanced/soft-margin-vs-linear-kernel-svm")
x, y = program["x"], program["y"]


def fitted(C):
    return SVC(kernel="linear", C=C, tol=1e-8).fit(x, y)


@pytest.mark.parametrize(("C", "w"), [(0.3, 0.6), (0.4, 0.8), (0.5, 1), (7, 1)])
def test_the_weight_of_four_rows_is_twice_C_up_to_the_hard_margin(C, w):
    assert fitted(C).coef_[0, 0] == pytest.approx(w, abs=1e-4)


def test_primal_and_dual_have_the_same_optimal_value():
    svm = fitted(0.3)
    alpha, rows = svm.dual_coef_[0], x[svm.support_]
    dual = abs(alpha).sum() - alpha @ (rows @ rows.T) @ alpha / 2
    slack = np.maximum(0, 1 - y * svm.decision_function(x))
    assert dual == pytest.approx((svm.coef_**2).sum() / 2 + 0.3 * slack.sum(), abs=1e-4)


def test_a_row_on_the_wrong_side_keeps_a_multiplier_at_C():
    for C in (0.1, 10, 1000):
        svm = SVC(kernel="linear", C=C).fit([*x, [4.5]], [*y, -1])
        assert abs(svm.dual_coef_).max() == pytest.approx(C)
