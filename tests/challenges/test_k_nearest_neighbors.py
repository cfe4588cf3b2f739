import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier

from tests.challenges.load import load

predict = load("k-nearest-neighbors")


@pytest.mark.parametrize("k", [1, 3, 7])
def test_predictions_are_those_of_scikit_learn(k):
    random = np.random.default_rng(k)
    X, queries = random.normal(size=(50, 3)).round(4), random.normal(size=(20, 3)).round(4)
    y = random.integers(2, size=50)  # two classes and an odd k: no ties of votes
    reference = KNeighborsClassifier(k).fit(X, y).predict(queries)
    assert [predict(X.tolist(), y.tolist(), query, k) for query in queries] == reference.tolist()
