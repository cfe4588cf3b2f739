"""Confidence intervals of a proportion, by each of the methods in common use.

The formulas are those of Brown, Cai and DasGupta (2001), Interval Estimation for a Binomial
Proportion, Statistical Science 16(2), and of Newcombe (1998), Statistics in Medicine 17(8).
"""

from collections.abc import Callable
from statistics import NormalDist

from hooks.calculation.distributions import incomplete_beta

Interval = tuple[float, float]


def intervals(p: float, n: int, level: float) -> tuple[Interval, ...]:
    """The intervals of a share p of n trials at a level of confidence (0.95), Wald's first."""
    alpha = 1 - level
    zs = [NormalDist().inv_cdf(1 - alpha / 2), *([2.0] if abs(level - 0.95) < 1e-9 else [])]
    found = [method(p, n, z) for z in zs for method in METHODS]
    clipped = [(max(low, 0.0), min(high, 1.0)) for low, high in found]
    return tuple(
        dict.fromkeys([*found, *clipped, clopper_pearson(p, n, alpha), jeffreys(p, n, alpha)])
    )


def wald(p: float, n: int, z: float) -> Interval:
    half = z * (p * (1 - p) / n) ** 0.5
    return p - half, p + half


def corrected_wald(p: float, n: int, z: float) -> Interval:
    """With the correction for continuity, 1/(2n)."""
    low, high = wald(p, n, z)
    return low - 0.5 / n, high + 0.5 / n


def poll(p: float, n: int, z: float) -> Interval:
    """With the largest possible variance, 1/4, as polls do where the share is near a half."""
    return wald(p, n, z) if abs(p - 0.5) > 0.2 else (p - z * 0.5 / n**0.5, p + z * 0.5 / n**0.5)


def wilson(p: float, n: int, z: float) -> Interval:
    middle, square = p + z * z / (2 * n), z * z / n
    half = z * (p * (1 - p) / n + square / (4 * n)) ** 0.5
    return (middle - half) / (1 + square), (middle + half) / (1 + square)


def corrected_wilson(p: float, n: int, z: float) -> Interval:
    """With the correction for continuity: Newcombe's method 4."""
    middle, scale = 2 * n * p + z * z, 2 * (n + z * z)
    low = z * max(z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1), 0) ** 0.5
    high = z * max(z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1), 0) ** 0.5
    return (middle - 1 - low) / scale, (middle + 1 + high) / scale


def agresti_coull(p: float, n: int, z: float) -> Interval:
    """Wald's interval after z²/2 successes and as many failures were added."""
    trials = n + z * z
    return wald((p * n + z * z / 2) / trials, trials, z)


def plus_four(p: float, n: int, z: float) -> Interval:
    """Wald's interval after two successes and two failures were added."""
    return wald((p * n + 2) / (n + 4), n + 4, z)


METHODS: tuple[Callable[[float, int, float], Interval], ...] = (
    wald,
    corrected_wald,
    poll,
    wilson,
    corrected_wilson,
    agresti_coull,
    plus_four,
)


def clopper_pearson(p: float, n: int, alpha: float) -> Interval:
    """The exact interval."""
    x = p * n
    return beta_quantile(alpha / 2, x, n - x + 1), beta_quantile(1 - alpha / 2, x + 1, n - x)


def jeffreys(p: float, n: int, alpha: float) -> Interval:
    """The credible interval of the prior Beta(1/2, 1/2)."""
    a, b = p * n + 0.5, n - p * n + 0.5
    return beta_quantile(alpha / 2, a, b), beta_quantile(1 - alpha / 2, a, b)


def beta_quantile(q: float, a: float, b: float) -> float:
    """By bisection, exact to nine digits."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if incomplete_beta(a, b, middle) < q else (low, middle)
    return (low + high) / 2
