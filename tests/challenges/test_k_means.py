import numpy as np
import pytest
from sklearn.cluster import KMeans

from tests.challenges.load import load

k_means = load("k-means")


@pytest.mark.parametrize("seed", range(5))
def test_k_means_is_that_of_scikit_learn(seed):
    points = np.random.default_rng(seed).normal(size=(60, 3)).round(4)
    start = points[:4]  # no cluster runs empty from here; scikit-learn would refill it
    centers, labels = k_means(points.tolist(), start.tolist())
    reference = KMeans(4, init=start, n_init=1, tol=0, algorithm="lloyd").fit(points)
    assert labels == reference.labels_.tolist()
    assert np.array(centers) == pytest.approx(reference.cluster_centers_)
