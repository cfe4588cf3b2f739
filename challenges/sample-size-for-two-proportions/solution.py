from math import ceil
from statistics import NormalDist


def users_per_arm(baseline, effect, alpha=0.05, power=0.8):
    """Users that each arm of an A/B test on a proportion needs."""
    changed = baseline + effect
    if effect == 0 or not (0 < baseline < 1 and 0 < changed < 1):
        raise ValueError("both proportions must lie between 0 and 1, and differ")
    z = NormalDist().inv_cdf
    errors = z(1 - alpha / 2) + z(power)  # the effect, in standard errors
    variance = baseline * (1 - baseline) + changed * (1 - changed)
    return ceil(errors**2 * variance / effect**2)
