"""How much of a distribution lies within one standard deviation of its median."""

from math import exp, log, sqrt
from statistics import NormalDist


# --8<-- [start:shapes]
def uniform_cdf(x):
    return min(max(x, 0), 1)


def laplace_cdf(x):
    return exp(x) / 2 if x < 0 else 1 - exp(-x) / 2


def exponential_cdf(x):
    return 1 - exp(-max(x, 0))


normal = NormalDist(mu=0, sigma=1)
shapes = {  # cdf, median, standard deviation, and the share outside in closed form
    "normal": (normal.cdf, 0, 1, 2 * normal.cdf(-1)),
    "uniform": (uniform_cdf, 1 / 2, sqrt(1 / 12), 1 - 1 / sqrt(3)),
    "Laplace": (laplace_cdf, 0, sqrt(2), exp(-sqrt(2))),
    "exponential": (exponential_cdf, log(2), 1, exp(-1) / 2),
}


def within_one_sd(cdf, center, sd):
    """P(center - sd < X <= center + sd)."""
    return cdf(center + sd) - cdf(center - sd)


# --8<-- [end:shapes]
# --8<-- [start:use]
for name, (cdf, median, sd, closed_form) in shapes.items():
    inside = within_one_sd(cdf, median, sd)
    print(f"{name:<12} inside {inside:.4f}, outside {1 - inside:.4f} = {closed_form:.4f}")

print("normal, if only part of the band is missing:")
band = within_one_sd(normal.cdf, 0, 1)
for part in (0.1, 0.5, 1.0):
    print(f"  {part:4.0%} of it missing: {1 - part * band:.2%} unaffected")

left = 1 - band  # E[X²] is left + 2 φ(1) over the tails, by parts
print(f"sd of what is left if all of it is missing: {sqrt(1 + 2 * normal.pdf(1) / left):.3f}")
# --8<-- [end:use]
