"""Bias², variance and test error of polynomial fits, measured over 20,000 training sets."""

import numpy as np
from numpy.polynomial.polynomial import polyfit, polyval

# --8<-- [start:data]
n, sets, sigma = 20, 20_000, 0.5
rng = np.random.default_rng(0)
x = (np.arange(n) + 0.5) / n  # the same n inputs in every training set
truth = np.sin(5 * x)
Y = truth + rng.normal(0, sigma, (sets, n))  # one training set per row
Y_new = truth + rng.normal(0, sigma, (sets, n))  # fresh labels at the same inputs

# --8<-- [end:data]


# --8<-- [start:decompose]
def decompose(degree):
    """Bias², variance, training error and test error of one degree, averaged over the inputs."""
    predictions = polyval(x, polyfit(x, Y.T, degree))  # (sets, n): one fit per training set
    bias2 = np.mean((predictions.mean(axis=0) - truth) ** 2)
    variance = np.mean(predictions.var(axis=0))
    train = np.mean((Y - predictions) ** 2)
    test = np.mean((Y_new - predictions) ** 2)
    return bias2, variance, train, test


# --8<-- [end:decompose]
# --8<-- [start:use]
print("degree  bias²  variance  sum + noise   train    test")
for degree in (0, 1, 2, 3, 5, 8):
    bias2, variance, train, test = decompose(degree)
    total = bias2 + variance + sigma**2
    print(f"{degree:6}{bias2:7.3f}{variance:10.3f}{total:13.3f}{train:8.3f}{test:8.3f}")
# --8<-- [end:use]
