import numpy as np
import pytest
from sklearn.svm import SVC

from tests.snippets.load import load

program = load("beginner/parametric-vs-nonparametric")


def test_only_the_non_parametric_models_grow():
    first, *_, last = program["table"]
    for name in ("logistic regression", "naive Bayes"):
        assert first[name] == last[name]
    for name in ("decision tree", "SVM, RBF kernel", "k-NN"):
        assert last[name] > 10 * first[name]


def test_an_svm_predicts_from_what_is_counted():
    X, y = program["sample"](200, np.random.default_rng(1))
    svm = SVC(gamma=0.5).fit(X, y)
    distances = ((X[:, None] - svm.support_vectors_) ** 2).sum(axis=2)
    decision = np.exp(-0.5 * distances) @ svm.dual_coef_[0] + svm.intercept_
    assert decision == pytest.approx(svm.decision_function(X))
    assert program["kept"](X, y)["k-NN"] == 3 * 200
