"""Differential privacy, checked: output odds on neighboring data, and the error of noisy counts."""

import random
from math import exp


# --8<-- [start:mechanism]
def density(output, count, epsilon):
    """Density of the Laplace mechanism's output: the count plus noise of scale 1 / epsilon."""
    return epsilon / 2 * exp(-epsilon * abs(output - count))


def noisy(count, epsilon, rng):
    """The count plus Laplace noise, the difference of two exponential draws."""
    return count + rng.expovariate(epsilon) - rng.expovariate(epsilon)


# --8<-- [end:mechanism]
# --8<-- [start:use]
with_ann, without_ann = 120, 119  # patients with the disease: Ann is one of them
print("epsilon  worst odds  e^epsilon  mean error")
for epsilon in (0.1, 1.0, 3.0):
    outputs = [step / 10 for step in range(900, 1500)]
    odds = [density(o, with_ann, epsilon) / density(o, without_ann, epsilon) for o in outputs]
    rng = random.Random(0)
    errors = [abs(noisy(with_ann, epsilon, rng) - with_ann) for _ in range(20_000)]
    print(f"{epsilon:7.1f}  {max(odds):10.2f}  {exp(epsilon):9.2f}", end="")
    print(f"  {sum(errors) / len(errors):10.1f}")
# --8<-- [end:use]
# --8<-- [start:average]
rng = random.Random(1)
asked = [noisy(with_ann, 0.1, rng) for _ in range(4_000)]
for times in (1, 100, 4_000):
    mean = sum(asked[:times]) / times
    print(f"asked {times:5} times at 0.1: budget {0.1 * times:5.1f}, mean {mean:.1f}")
# --8<-- [end:average]
