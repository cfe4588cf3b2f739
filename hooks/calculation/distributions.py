"""Probability distributions as scipy.stats names them, from the standard library alone.

Every function takes and returns plain floats and raises ValueError outside its domain. Binomial
and Poisson sums are exact to the error of a float; Student's t goes by the continued fraction of
the incomplete beta function (Numerical Recipes, section 6.4), exact to 8 digits.
"""

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from statistics import NormalDist
from types import MappingProxyType

MOST_TRIALS = 100_000  # of a binomial distribution, and the largest mean of a Poisson one
TINY = 1e-300
STEPS = 300


def standard_normal(mean: float = 0, deviation: float = 1) -> NormalDist:
    if deviation <= 0:
        raise ValueError("the standard deviation must be positive")
    return NormalDist(mean, deviation)


def binomial_pmf(k: float, n: float, p: float) -> float:
    """P(X = k) of n trials with probability p each."""
    k, n = whole(k), whole(n)
    if not 0 <= n <= MOST_TRIALS or not 0 <= p <= 1:
        raise ValueError("binom takes (k, n, p) with 0 ≤ p ≤ 1")
    if not 0 <= k <= n:
        return 0.0
    if p in (0, 1):
        return float(k == n * p)
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(ways + k * math.log(p) + (n - k) * math.log1p(-p))


def binomial_cdf(k: float, n: float, p: float) -> float:
    binomial_pmf(0, n, p)  # raises for what is no distribution
    last = min(math.floor(k), whole(n))
    return summed(last, binomial_pmf, n, p)


def poisson_pmf(k: float, mean: float) -> float:
    k = whole(k)
    if not 0 < mean <= MOST_TRIALS:
        raise ValueError("poisson takes (k, mean) with a positive mean")
    return math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) if k >= 0 else 0.0


def poisson_cdf(k: float, mean: float) -> float:
    poisson_pmf(0, mean)
    last = min(math.floor(k), 2 * MOST_TRIALS)
    return summed(last, poisson_pmf, mean)


def summed(last: int, pmf: Callable[..., float], *shape: float) -> float:
    """P(X ≤ last). The sums are kept: a series over k asks for all of them."""
    sums = running_sums(pmf, *shape)
    for k in range(len(sums), last + 1):
        sums.append((sums[-1] if sums else 0.0) + pmf(k, *shape))
    return min(sums[last], 1.0) if last >= 0 else 0.0


@lru_cache(maxsize=16)
def running_sums(pmf: Callable[..., float], *shape: float) -> list[float]:
    """The sums of a distribution up to each k, as far as they were asked for."""
    return []


def student_cdf(x: float, degrees: float) -> float:
    if degrees <= 0:
        raise ValueError("t takes (x, degrees of freedom)")
    tail = incomplete_beta(degrees / 2, 0.5, degrees / (degrees + x * x)) / 2
    return 1 - tail if x > 0 else tail


def student_ppf(p: float, degrees: float) -> float:
    """The quantile, by bisection."""
    if not 0 < p < 1:
        raise ValueError("a probability must lie between 0 and 1")
    low, high = -1.0, 1.0
    while student_cdf(low, degrees) > p and low > -1e12:
        low *= 2
    while student_cdf(high, degrees) < p and high < 1e12:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if student_cdf(middle, degrees) < p else (low, middle)
    return (low + high) / 2


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    logs = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(logs + a * math.log(x) + b * math.log1p(-x))
    return front * continued_fraction(a, b, x) / a


def continued_fraction(a: float, b: float, x: float) -> float:
    """The fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / away_from_zero(1 + step * d)
            c = away_from_zero(1 + step / c)
            value *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return value


def away_from_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY


def whole(value: float) -> int:
    if value != int(value):
        raise ValueError(f"{value} is not a whole number")
    return int(value)


DISTRIBUTIONS: Mapping[str, Callable[..., float]] = MappingProxyType(
    {
        "norm.pdf": lambda x, *shape: standard_normal(*shape).pdf(x),
        "norm.cdf": lambda x, *shape: standard_normal(*shape).cdf(x),
        "norm.sf": lambda x, *shape: 1 - standard_normal(*shape).cdf(x),
        "norm.ppf": lambda p, *shape: standard_normal(*shape).inv_cdf(p),
        "binom.pmf": binomial_pmf,
        "binom.cdf": binomial_cdf,
        "binom.sf": lambda k, n, p: 1 - binomial_cdf(k, n, p),
        "poisson.pmf": poisson_pmf,
        "poisson.cdf": poisson_cdf,
        "poisson.sf": lambda k, mean: 1 - poisson_cdf(k, mean),
        "t.cdf": student_cdf,
        "t.sf": lambda x, degrees: student_cdf(-x, degrees),
        "t.ppf": student_ppf,
    }
)
