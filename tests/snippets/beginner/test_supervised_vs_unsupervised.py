import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import log_loss
from sklearn.tree import DecisionTreeClassifier

from tests.snippets.load import load

program = load("beginner/supervised-vs-unsupervised")
X, y, split = (program[name] for name in ("X", "y", "split"))


def test_the_supervised_search_is_a_tree_of_one_split():
    tree = DecisionTreeClassifier(max_depth=1, criterion="log_loss").fit(X, y)
    assert (tree.tree_.feature[0], tree.tree_.threshold[0]) == (1, 3.5)
    expected = log_loss(y, tree.predict_proba(X))
    assert program["log_loss"](split(1, 2)) == pytest.approx(expected)


def test_no_split_into_two_clusters_beats_the_unsupervised_search():
    kmeans = KMeans(2, n_init=20, random_state=0).fit(X)
    assert program["within_cluster_ss"](split(0, 3)) == pytest.approx(kmeans.inertia_)
