"""Each formula of the sheet of metrics has the value that a library, or a definition, gives."""

from itertools import combinations
from math import comb

import numpy as np
import pytest
from sklearn import metrics as sk

from tests.reference.sheet import compute, formulas, rows

ROWS = rows("metrics")

Y = np.array([1, 1, 1, 0, 0, 0, 0, 0, 1, 0])
HAT = np.array([1, 1, 0, 1, 0, 0, 0, 0, 1, 1])
TN, FP, FN, TP = (int(count) for count in sk.confusion_matrix(Y, HAT).ravel())
COUNTS = {"TP": TP, "FP": FP, "FN": FN, "TN": TN, "P": TP + FN, "N": FP + TN}
COUNTS |= {"hat_P": TP + FP, "hat_N": TN + FN, "n": len(Y), "β": 2}
CHANCE = (COUNTS["P"] * COUNTS["hat_P"] + COUNTS["N"] * COUNTS["hat_N"]) / len(Y) ** 2
SCORES = np.array([0.9, 0.8, 0.35, 0.85, 0.1, 0.2, 0.3, 0.4, 0.7, 0.6])

TRUE, GUESS = np.array([3.0, 1.0, 4.0, 1.5]), np.array([2.5, 1.2, 3.0, 2.0])
ERRORS = {"y": TRUE, "hat_y": GUESS, "bar_y": TRUE.mean(), "n": 4}

GAINS = np.array([[3, 0, 2, 1]])
X = np.array([[0.0, 0], [1, 0], [5, 5], [6, 5], [5, 7]])
CLUSTERS, CLASSES = np.array([0, 0, 0, 1, 1]), np.array([0, 0, 1, 1, 1])
CENTERS = np.array([X[:3].mean(axis=0), X[3:].mean(axis=0)])


def precision_and_recall():
    """After each number of flagged cases: P_0, P_1, … and R_0, R_1, …, with P_0 unused."""
    hits = np.cumsum(Y[np.argsort(-SCORES)])
    return np.append(0, hits / np.arange(1, 11)), np.append(0, hits / Y.sum())


def average_precision():
    precision, recall = precision_and_recall()
    return sum((recall[k] - recall[k - 1]) * precision[k] for k in range(1, 11))


def roc_auc():
    pairs = [(a, b) for a in SCORES[Y == 1] for b in SCORES[Y == 0]]
    return np.mean([(a > b) + (a == b) / 2 for a, b in pairs])


def calibration_error():
    bins = SCORES > 0.5
    return sum(b.mean() * abs(Y[b].mean() - SCORES[b].mean()) for b in (bins, ~bins))


def pairs_together(labels):
    return {pair for pair in combinations(range(len(X)), 2) if len(set(labels[list(pair)])) == 1}


def rand_counts():
    s, t = pairs_together(CLUSTERS), pairs_together(CLASSES)
    return {"s": len(s), "t": len(t), "u": len(s & t), "M": comb(len(X), 2)}


def own_and_next():
    """Of the first point: the mean distances to its own and to the other cluster."""
    distance = np.linalg.norm(X - X[0], axis=1)
    return {"a": distance[1:3].mean(), "b": distance[3:].mean()}


def pass_at(k, attempts):
    return np.mean([any(chosen) for chosen in combinations(attempts, k)])


# By the name of the row: the values for its formula, and what the formula must then be.
COMPUTED = {
    "Accuracy": (COUNTS, sk.accuracy_score(Y, HAT)),
    "Precision": (COUNTS, sk.precision_score(Y, HAT)),
    "Recall, TPR": (COUNTS, sk.recall_score(Y, HAT)),
    "Specificity, TNR": (COUNTS, sk.recall_score(Y, HAT, pos_label=0)),
    "False-positive rate": (COUNTS, 1 - sk.recall_score(Y, HAT, pos_label=0)),
    "Negative predictive value": (COUNTS, sk.precision_score(Y, HAT, pos_label=0)),
    "F1": (COUNTS, sk.f1_score(Y, HAT)),
    "F-beta": (COUNTS, sk.fbeta_score(Y, HAT, beta=2)),
    "Balanced accuracy": (COUNTS, sk.balanced_accuracy_score(Y, HAT)),
    "Youden's J": (COUNTS, sk.balanced_accuracy_score(Y, HAT, adjusted=True)),
    "MCC": (COUNTS, sk.matthews_corrcoef(Y, HAT)),
    "Cohen's kappa": (
        {"p_o": sk.accuracy_score(Y, HAT), "p_e": CHANCE},
        sk.cohen_kappa_score(Y, HAT),
    ),
    "Log loss": ({"q": np.where(Y, SCORES, 1 - SCORES), "n": 10}, sk.log_loss(Y, SCORES)),
    "Brier score": ({"p": SCORES, "y": Y, "n": 10}, sk.brier_score_loss(Y, SCORES)),
    "MAE": (ERRORS, sk.mean_absolute_error(TRUE, GUESS)),
    "MSE": (ERRORS, sk.mean_squared_error(TRUE, GUESS)),
    "RMSE": (ERRORS, sk.root_mean_squared_error(TRUE, GUESS)),
    "MAPE": (ERRORS, sk.mean_absolute_percentage_error(TRUE, GUESS)),
    "R²": (ERRORS, sk.r2_score(TRUE, GUESS)),
    "Adjusted R²": ({"R^2": 0.9, "n": 30, "p": 4}, 1 - (0.1 / 25) / (1 / 29)),
    "Precision@k": ({"r": [1, 0, 1], "k": 3}, 2 / 3),
    "Recall@k": ({"r": [1, 0, 1], "k": 3, "R": 4}, 2 / 4),
    "Mean reciprocal rank": ({"f": [1, 2, 5], "Q": 3}, np.mean([1, 1 / 2, 1 / 5])),
    "Average precision of a query": (
        {"r": [1, 0, 1, 0], "P": [1, 1 / 2, 2 / 3, 2 / 4], "R": 2, "n": 4},
        sk.average_precision_score([1, 0, 1, 0], [4, 3, 2, 1]),
    ),
    "DCG": ({"g": GAINS[0], "k": 4}, sk.dcg_score(2**GAINS - 1, [[4, 3, 2, 1]])),
    "NDCG": (
        {
            "D_k": sk.dcg_score(GAINS, [[4, 3, 2, 1]]),
            "I_k": sk.dcg_score(GAINS, GAINS),
        },
        sk.ndcg_score(GAINS, [[4, 3, 2, 1]]),
    ),
    "Silhouette of a point": (own_and_next(), sk.silhouette_samples(X, CLUSTERS)[0]),
    "Adjusted Rand index": (rand_counts(), sk.adjusted_rand_score(CLASSES, CLUSTERS)),
    "Perplexity": ({"p": [0.5, 0.125], "T": 2}, 4),
    "BLEU (2002)": (
        {"B": 0.9, "m": [0.8, 0.6, 0.4, 0.2]},
        0.9 * (0.8 * 0.6 * 0.4 * 0.2) ** 0.25,
    ),
    "ROUGE-N (2004)": ({"h": 3, "w": 4}, 3 / 4),
}

# Formulas that the reader of formulas does not know: as they stand, and two values that agree.
WRITTEN = {
    "ROC AUC": (r"P(s_+ > s_-) + \frac12 P(s_+ = s_-)", roc_auc(), sk.roc_auc_score(Y, SCORES)),
    "Average precision": (
        r"\sum_k (R_k - R_{k-1}) P_k",
        average_precision(),
        sk.average_precision_score(Y, SCORES),
    ),
    "Expected calibration error": (
        r"\sum_b \frac{n_b}{n} \lvert \bar y_b - \bar p_b \rvert",
        calibration_error(),
        0.5 * abs(3 / 5 - 0.77) + 0.5 * abs(1 / 5 - 0.27),
    ),
    "Inertia": (
        r"\sum_i \lVert x_i - c_i \rVert^2",
        sum(np.linalg.norm(X - CENTERS[CLUSTERS], axis=1) ** 2),
        3 * X[:3].var(axis=0).sum() + 2 * X[3:].var(axis=0).sum(),
    ),
    "pass@k (2021)": (
        r"1 - \dfrac{\binom{a - c}{k}}{\binom{a}{k}}",
        1 - comb(6 - 2, 3) / comb(6, 3),
        pass_at(3, [True, True, False, False, False, False]),
    ),
    "Demographic parity": (r"\max_g S_g - \min_g S_g", 0.6 - 0.2, 0.4),
    "Selection-rate ratio": (r"\dfrac{\min_g S_g}{\max_g S_g}", 0.2 / 0.6, 1 / 3),
    "Equal opportunity": (r"\max_g T_g - \min_g T_g", 0.6 - 0.2, 0.4),
    "Equalized odds": ("the larger of the gaps in $T_g$ and in $F_g$", max(0.4, 0.1), 0.4),
    "Predictive parity": (r"\max_g V_g - \min_g V_g", 0.6 - 0.2, 0.4),
}


def test_every_row_is_checked():
    assert ROWS.keys() == COMPUTED.keys() | WRITTEN.keys()


@pytest.mark.parametrize("name", COMPUTED)
def test_a_formula_has_the_value_that_it_must_have(name):
    values, right = COMPUTED[name]
    (formula,) = formulas(ROWS[name]["Formula"])
    assert compute(formula, **values) == pytest.approx(right)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_formula_stands_as_it_was_compared(name):
    formula, value, right = WRITTEN[name]
    assert ROWS[name]["Formula"] in (formula, f"${formula}$")
    assert value == pytest.approx(right)


def test_the_warnings_with_numbers_are_true():
    rare, base_rate = np.array([1] * 5 + [0] * 995), np.full(1000, 0.005)
    assert sk.brier_score_loss(rare, base_rate) == pytest.approx(0.005 * 0.995)
    assert rare.sum() < (1 - 0.99) * 995  # specificity 0.99: more false alarms than positives


def test_the_least_adjusted_rand_index():
    """Two pairs, cut crosswise: no pair shares both a cluster and a class."""
    values = {"s": 2, "t": 2, "u": 0, "M": 6}
    (formula,) = formulas(ROWS["Adjusted Rand index"]["Formula"])
    assert compute(formula, **values) == pytest.approx(-0.5)
    assert sk.adjusted_rand_score([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(-0.5)
