"""PSI and the Kolmogorov-Smirnov statistic, and what they say of a model's accuracy."""

import numpy as np

rng = np.random.default_rng(0)


# --8<-- [start:measures]
def shares(values, edges):
    """The share of the values in each bin; edges: (bins - 1,), increasing."""
    bins = np.searchsorted(edges, values, side="right")
    return np.bincount(bins, minlength=len(edges) + 1) / len(values)


def psi(p, q):
    """Population stability index of two lists of shares, none of them zero."""
    p, q = np.asarray(p), np.asarray(q)
    return np.sum((q - p) * np.log(q / p))


def ks(a, b):
    """The largest gap between the empirical distribution functions of a and b."""
    a, b = np.sort(a), np.sort(b)
    x = np.concatenate([a, b])
    below_a = np.searchsorted(a, x, side="right") / len(a)
    below_b = np.searchsorted(b, x, side="right") / len(b)
    return np.abs(below_a - below_b).max()


# --8<-- [end:measures]
# --8<-- [start:use]
def window(rows, mean=0.0, spread=1.0, boundary=0.0):
    """A feature x, and labels y that depend on it: noise of sd 0.5 around a boundary."""
    x = rng.normal(mean, spread, rows)
    return x, x + rng.normal(0, 0.5, rows) > boundary


print(f"by hand: {psi([0.5, 0.3, 0.2], [0.4, 0.3, 0.3]):.4f}")
reference, _ = window(100_000)
edges = np.quantile(reference, np.arange(0.1, 1, 0.1))  # ten bins of 10% each
print("window          rows    PSI    KS  critical  accuracy")
for name, rows, change in [
    ("no change", 10_000, {}),
    ("tiny shift", 100_000, {"mean": 0.03}),
    ("easier cases", 10_000, {"mean": 1.0}),
    ("harder cases", 10_000, {"spread": 0.5}),
    ("new concept", 10_000, {"boundary": 0.8}),
]:
    x, y = window(rows, **change)
    p, q = shares(reference, edges), shares(x, edges)
    critical = 1.358 * np.sqrt(1 / len(reference) + 1 / rows)  # significant at 5%
    accuracy = np.mean((x > 0) == y)  # the model still predicts x > 0
    print(f"{name:13}{rows:7}{psi(p, q):7.3f}{ks(reference, x):6.3f}", end="")
    print(f"{critical:10.3f}{accuracy:10.2f}")
# --8<-- [end:use]
