import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.spatial.distance import cityblock
from sklearn.cluster import KMeans

from tests.snippets.load import load

program = load("advanced/euclidean-vs-manhattan")
points = program["points"]


def test_k_means_agrees_with_scikit_learn():
    centers, totals = program["cluster"](points, [(0, 0), (7, 7)], program["squared"], np.mean)
    model = KMeans(2, init=np.array([[0.0, 0.0], [7.0, 7.0]]), n_init=1).fit(points)
    assert np.array(centers) == pytest.approx(model.cluster_centers_)
    assert totals[-1] == pytest.approx(model.inertia_)


def test_the_median_minimizes_the_manhattan_cost():
    group = points[4:]

    def cost(center):
        return sum(cityblock(center, p) for p in group)

    best = minimize(cost, [8, 8], method="Nelder-Mead").fun
    assert cost(np.median(group, axis=0)) == pytest.approx(best, abs=1e-3)
    assert cost(np.mean(group, axis=0)) > best + 1
