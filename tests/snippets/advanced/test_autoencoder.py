import numpy as np
from numpy.testing import assert_allclose
from sklearn.decomposition import PCA

from tests.snippets.load import load

program = load("advanced/autoencoder")


def test_the_linear_autoencoder_reconstructs_as_pca_does():
    X = program["training"] - program["training"].mean(axis=0)
    E, D = program["train"](X)
    pca = PCA(n_components=1).fit(X)
    assert_allclose(X @ E @ D, pca.inverse_transform(pca.transform(X)), atol=1e-4)


def test_a_point_across_lies_as_far_as_its_distance_from_the_line():
    E, D = np.array([[0.8], [0.6]]), np.array([[0.8, 0.6]])
    assert_allclose(program["distance"](np.array([[-0.6, 0.8], [8, 6]]), E, D), [1, 0], atol=1e-12)
