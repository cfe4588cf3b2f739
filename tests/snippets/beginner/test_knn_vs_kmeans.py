import pytest
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.cluster import KMeans
from sklearn.neighbors import KNeighborsClassifier

from tests.snippets.load import load

program = load("beginner/knn-vs-kmeans")
X, y, query = program["X"], program["y"], program["query"]


@pytest.mark.parametrize("k", range(1, len(X) + 1, 2))
def test_knn_agrees_with_scikit_learn(k):
    expected = KNeighborsClassifier(n_neighbors=k).fit(X, y).predict([query])[0]
    assert program["knn_predict"](X, y, query, k) == expected


@pytest.mark.parametrize("start", [[0, 1], [0, 7], [3, 4]])
def test_k_means_agrees_with_scikit_learn(start):
    *_, (cluster, centroids) = program["k_means"](X, X[start])
    expected = KMeans(n_clusters=2, init=X[start], n_init=1).fit(X)
    assert_array_equal(cluster, expected.labels_)
    assert_allclose(centroids, expected.cluster_centers_)
