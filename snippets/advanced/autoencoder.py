"""A linear autoencoder finds the direction of PCA, and scores anomalies by their error."""

import numpy as np

rng = np.random.default_rng(0)


# --8<-- [start:train]
def train(X, steps=2000, rate=0.1):
    """Gradient descent on the mean squared error of X @ E @ D; X: (n, 2), a code of one number."""
    E, D = rng.normal(0, 0.1, (2, 1)), rng.normal(0, 0.1, (1, 2))
    for _ in range(steps):
        error = X @ E @ D - X  # (n, 2)
        gradient_D = 2 * (X @ E).T @ error / len(X)
        gradient_E = 2 * X.T @ (error @ D.T) / len(X)
        D, E = D - rate * gradient_D, E - rate * gradient_E
    return E, D


def distance(X, E, D):
    """How far each point lies from its reconstruction."""
    return np.linalg.norm(X @ E @ D - X, axis=1)


# --8<-- [end:train]
# --8<-- [start:use]
# Normal points: spread 1 along (0.8, 0.6), noise 0.2 across.
along, across = rng.normal(size=3000), rng.normal(0, 0.2, 3000)
normal = np.outer(along, [0.8, 0.6]) + np.outer(across, [-0.6, 0.8])
training, validation = normal[:2000], normal[2000:]

E, D = train(training)
first_component = np.linalg.svd(training)[2][0]
for name, v in [("decoder", D[0]), ("PCA", first_component)]:
    print(f"direction, {name}: {np.abs(v / np.linalg.norm(v)).round(2)}")

threshold = np.quantile(distance(validation, E, D), 0.99)
print(f"threshold, 99% of validation normals: {threshold:.2f}")
for name, x in [("across", [-0.6, 0.8]), ("far along", [4.0, 3.0])]:
    d = distance(np.array([x]), E, D)[0]
    print(f"anomaly {name} {x}: distance {d:.2f}, flagged: {d > threshold}")
# --8<-- [end:use]
