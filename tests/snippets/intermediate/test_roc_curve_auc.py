import numpy as np
import pytest
from scipy.stats import mannwhitneyu
from sklearn import metrics as sk

from tests.snippets.load import load

program = load("intermediate/roc-curve-auc")
scores, fraud = np.array(program["scores"]), np.array(program["fraud"])


def test_the_points_agree_with_scikit_learn():
    fpr, tpr, thresholds = sk.roc_curve(fraud, scores, drop_intermediate=False)
    points = np.array(program["roc_curve"](scores, fraud))
    # scikit-learn begins with the point at which nothing is flagged.
    np.testing.assert_allclose(points, np.c_[thresholds, fpr, tpr][1:])


def test_the_auc_agrees_with_scikit_learn_and_mann_whitney():
    auc = program["auc"](scores, fraud)
    assert auc == pytest.approx(sk.roc_auc_score(fraud, scores))
    u = mannwhitneyu(scores[fraud], scores[~fraud]).statistic
    assert auc == pytest.approx(u / (fraud.sum() * (~fraud).sum()))


def test_the_shift_gives_two_normal_distributions_an_auc_of_090():
    rng = np.random.default_rng(0)
    positive, negative = rng.normal(program["shift"], size=4000), rng.normal(size=4000)
    truth = np.repeat([1, 0], 4000)
    assert sk.roc_auc_score(truth, np.r_[positive, negative]) == pytest.approx(0.90, abs=0.01)
