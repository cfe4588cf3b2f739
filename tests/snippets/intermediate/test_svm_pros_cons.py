import numpy as np
import pytest
from sklearn.svm import SVC

from tests.snippets.load import load

program = load("intermediate/svm-pros-cons")


def test_a_tenth_of_the_labels_is_flipped():
    X, y = program["rings"](50_000, 0.1)
    inside = X[:, 0] ** 2 + X[:, 1] ** 2 < 0.6
    assert np.mean(y != inside) == pytest.approx(0.1, abs=0.01)


def test_the_support_vectors_alone_give_the_same_scores():
    X, y, svm = program["X"], program["y"], program["svm"]
    again = SVC(C=10, gamma=svm._gamma, tol=1e-6).fit(X[svm.support_], y[svm.support_])
    once = SVC(C=10, gamma=svm._gamma, tol=1e-6).fit(X, y)
    assert again.decision_function(X) == pytest.approx(once.decision_function(X), abs=0.01)
