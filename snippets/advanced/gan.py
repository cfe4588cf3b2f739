"""The smallest GAN: one real point at 0, one fake point at theta, a linear discriminator."""

from math import exp, hypot


# --8<-- [start:gan]
def sigmoid(a):
    return 1 / (1 + exp(-a))


def train(alternate, penalty, steps=400, rate=0.1):
    """D(x) = sigmoid(psi * x); returns the path of (theta, psi), whose goal is (0, 0)."""
    theta, psi = 1.0, 0.0
    path = [(theta, psi)]
    for _ in range(steps):
        # D climbs log D(0) + log(1 - D(theta)) - penalty / 2 * (slope of the logit at 0)**2
        new_psi = psi - rate * (sigmoid(psi * theta) * theta + penalty * psi)
        # G descends log(1 - D(theta))
        seen = new_psi if alternate else psi
        theta += rate * sigmoid(seen * theta) * seen
        psi = new_psi
        path.append((theta, psi))
    return path


# --8<-- [end:gan]
# --8<-- [start:use]
for name, alternate, penalty in [
    ("simultaneous", False, 0),
    ("alternating", True, 0),
    ("alternating, penalty 0.3", True, 0.3),
]:
    path = train(alternate, penalty)
    away = ", ".join(f"{hypot(*path[step]):.2f}" for step in (0, 100, 200, 300, 400))
    print(f"{name}:\n  distance from equilibrium {away}")
# --8<-- [end:use]
