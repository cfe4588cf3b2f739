"""Alpha, beta and power of a one-sided z-test, and how often a rejection is wrong."""

from math import ceil
from statistics import NormalDist

standard = NormalDist()


# --8<-- [start:errors]
def type_2_error(alpha, effect, n):
    """Beta for n observations; effect is the true mean in standard deviations."""
    critical = standard.inv_cdf(1 - alpha)  # reject H0: mean = 0 above this z
    return NormalDist(effect * n**0.5, 1).cdf(critical)


def sample_size(alpha, beta, effect):
    """The smallest n at which the errors are at most alpha and beta."""
    z = standard.inv_cdf(1 - alpha) + standard.inv_cdf(1 - beta)
    return ceil((z / effect) ** 2)


def false_discovery_rate(alpha, power, base_rate):
    """Expected share of true nulls among the rejections."""
    false = alpha * (1 - base_rate)
    return false / (false + power * base_rate)


# --8<-- [end:errors]
# --8<-- [start:use]
print("effect   n  alpha   beta  power")
for effect, n, alpha in [(0.5, 25, 0.05), (0.5, 25, 0.01), (0.5, 50, 0.01), (0.8, 25, 0.01)]:
    beta = type_2_error(alpha, effect, n)
    print(f"{effect:6.1f}{n:4}{alpha:7.2f}{beta:7.3f}{1 - beta:7.3f}")

print("\nn for alpha 0.05 and power 0.80")
for effect in (0.5, 0.25):
    print(f"  effect {effect:.2f}: {sample_size(0.05, 0.20, effect)}")

print("\nalpha 0.05, power 0.80")
for base_rate in (0.50, 0.10, 0.01):
    share = false_discovery_rate(0.05, 0.80, base_rate)
    print(f"  {base_rate:4.0%} real effects: {share:5.1%} of rejections wrong")
# --8<-- [end:use]
