"""k-NN and k-means from scratch on the same eight points; k-means never sees the labels."""

from collections import Counter

import numpy as np

# --8<-- [start:data]
X = np.array([[1, 1], [1, 2], [2, 1], [2, 2], [5, 4], [5, 5], [6, 4], [6, 5]])
y = np.array(["a", "a", "a", "b", "b", "b", "b", "b"])
query = np.array([2.4, 2.2])
# --8<-- [end:data]


# --8<-- [start:knn]
def knn_predict(X, y, query, k):
    """The most frequent label among the k points of X nearest to the query."""
    squared_distances = ((X - query) ** 2).sum(axis=1)
    nearest = squared_distances.argsort(kind="stable")[:k]
    return Counter(y[nearest]).most_common(1)[0][0]


# --8<-- [end:knn]


# --8<-- [start:kmeans]
def k_means(X, centroids):
    """Lloyd's algorithm: yields clusters and centroids until nothing moves, if none empties."""
    while True:
        squared_distances = ((X[:, None] - centroids) ** 2).sum(axis=2)
        cluster = squared_distances.argmin(axis=1)
        means = np.array([X[cluster == j].mean(axis=0) for j in range(len(centroids))])
        if np.array_equal(means, centroids):
            return
        centroids = means
        yield cluster, centroids


# --8<-- [end:kmeans]
# --8<-- [start:use]
for k in (1, 3, 8):
    print(f"k-NN, k = {k}: label {knn_predict(X, y, query, k)}")
for cluster, centroids in k_means(X, centroids=X[:2]):
    within = ((X - centroids[cluster]) ** 2).sum()
    print(f"k-means: clusters {cluster}, sum of squares {within:.2f}")
for j, (x1, x2) in enumerate(centroids):
    print(f"centroid {j}: ({x1:.1f}, {x2:.1f})")
# --8<-- [end:use]
