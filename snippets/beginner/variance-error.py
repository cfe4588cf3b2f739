"""How far the prediction at one point scatters when the training set, or only the seed, changes."""

import numpy as np

# --8<-- [start:data]
n, sets, bags, sigma = 40, 8_000, 10, 0.5
rng = np.random.default_rng(0)
# One training set per row; column j is the label of the j-th nearest training point.
Y = 3 + rng.normal(0, sigma, (sets, n))


# --8<-- [end:data]
# --8<-- [start:models]
def nearest(Y, k):
    """The mean label of the k nearest points; k = 1 is a fully grown tree on one feature."""
    return Y[:, :k].mean(axis=1)


def bagged(Y):
    """The mean of `bags` fully grown trees, each fitted to a bootstrap sample."""
    drawn = rng.integers(n, size=(len(Y), bags, n))  # which points each sample contains
    closest = drawn.min(axis=2)  # the tree answers with the closest point in its sample
    return np.take_along_axis(Y, closest, axis=1).mean(axis=1)


# --8<-- [end:models]
# --8<-- [start:use]
first, second = bagged(Y), bagged(Y)  # the same training sets, other bootstrap draws
print(f"fully grown tree     {nearest(Y, 1).var():.3f}")
print(f"mean of 10 nearest   {nearest(Y, 10).var():.3f}")
print(f"mean of all {n}       {nearest(Y, n).var():.3f}")
print(f"bag of {bags} full trees {first.var():.3f}")
print(f"  from the seed only {np.mean((first - second) ** 2) / 2:.3f}")
# --8<-- [end:use]
