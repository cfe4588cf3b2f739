"""An A/B test before and after: users needed, sample-ratio check, and the unit of analysis."""

from math import ceil, sqrt
from statistics import NormalDist

import numpy as np

normal = NormalDist()


# --8<-- [start:plan]
def users_per_arm(p, effect, alpha=0.05, power=0.80):
    """Users per arm to detect a shift from proportion p to p + effect, two-sided."""
    z = normal.inv_cdf(1 - alpha / 2) + normal.inv_cdf(power)
    q = p + effect
    return ceil(z**2 * (p * (1 - p) + q * (1 - q)) / effect**2)


def p_value(z):
    return 2 * (1 - normal.cdf(abs(z)))


def sample_ratio_p_value(a, b):
    """Are two arms of a and b users compatible with a planned 50:50 split?"""
    return p_value((a - b) / sqrt(a + b))


# --8<-- [end:plan]
# --8<-- [start:ratio]
def naive(clicks, views):
    """Clicks per view and its variance, as if all views were independent."""
    rate = clicks.sum() / views.sum()
    return rate, rate * (1 - rate) / views.sum()


def delta(clicks, views):
    """The same ratio, its variance by the delta method; clicks, views: (users,)."""
    rate = clicks.sum() / views.sum()
    residual = clicks - rate * views
    return rate, residual.var(ddof=1) / len(views) / views.mean() ** 2


def false_alarms(method, runs=2000, n=1000):
    """The share of A/A tests, n users per arm, with p < 0.05."""
    rng, found = np.random.default_rng(7), 0
    for _ in range(runs):
        views = rng.geometric(0.1, (2, n))  # 10 on average, some users far more
        clicks = rng.binomial(views, rng.beta(1, 9, (2, n)))  # each at a rate of their own
        (a, var_a), (b, var_b) = map(method, clicks, views)
        found += p_value((a - b) / sqrt(var_a + var_b)) < 0.05
    return found / runs


# --8<-- [end:ratio]
# --8<-- [start:use]
print("users per arm for 20% to 21%:", users_per_arm(0.20, 0.01))
print(f"split 50,600 to 49,400: p = {sample_ratio_p_value(50_600, 49_400):.5f}")
print(f"A/A, views as units: {false_alarms(naive):.0%} significant")
print(f"A/A, delta method over users: {false_alarms(delta):.0%} significant")
# --8<-- [end:use]
