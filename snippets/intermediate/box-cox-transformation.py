"""Box-Cox: lambda by maximum likelihood, the skew before and after, and the bias of going back."""

# --8<-- [start:boxcox]
from math import exp, log
from statistics import NormalDist, fmean, median, pstdev, pvariance


def transform(y, lam):
    return [log(v) if lam == 0 else (v**lam - 1) / lam for v in y]


def inverse(z, lam):
    return exp(z) if lam == 0 else (lam * z + 1) ** (1 / lam)


def log_likelihood(y, lam):
    """Of a normal model for the transformed values, on the scale of y."""
    jacobian = (lam - 1) * sum(map(log, y))
    return jacobian - len(y) / 2 * log(pvariance(transform(y, lam)))


def skew(y):
    mean, deviation = fmean(y), pstdev(y)
    return fmean(((v - mean) / deviation) ** 3 for v in y)


# --8<-- [end:boxcox]
# --8<-- [start:use]
normal = [NormalDist(3, 1).inv_cdf((i + 0.5) / 200) for i in range(200)]
y = [v**3 for v in normal]  # cubes, so that one third is the right power

grid = [i / 100 for i in range(-200, 201)]
best = max(grid, key=lambda lam: log_likelihood(y, lam))
top = log_likelihood(y, best)
inside = [lam for lam in grid if log_likelihood(y, lam) > top - 1.92]
print(f"lambda {best:.2f}, 95% interval {inside[0]:.2f} to {inside[-1]:.2f}")

for name, lam in ("none", 1), ("square root", 0.5), ("Box-Cox", best), ("log", 0):
    print(f"skew, {name:11} {skew(transform(y, lam)):5.2f}")

back = inverse(fmean(transform(y, best)), best)
print(f"mean {fmean(y):.1f}, median {median(y):.1f}, mean taken back {back:.1f}")
# --8<-- [end:use]
