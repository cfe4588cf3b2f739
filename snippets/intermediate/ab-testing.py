"""An A/B test from end to end: assign, size, estimate; and what peeking does to it."""

import hashlib
import random
from math import ceil, sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)  # for 5% in two tails, 1.96


# --8<-- [start:design]
def arm(user, experiment):
    """The same user always gets the same arm; another experiment mixes users anew."""
    digest = hashlib.sha256(f"{experiment}:{user}".encode()).hexdigest()
    return "AB"[int(digest, 16) % 2]


def users_per_arm(p, q, power=0.80):
    z = Z + NormalDist().inv_cdf(power)
    return ceil(z**2 * (p * (1 - p) + q * (1 - q)) / (q - p) ** 2)


# --8<-- [end:design]
# --8<-- [start:estimate]
def effect(a, b, n):
    """The difference of two shares, a of n and b of n, and the half-width of its 95% interval."""
    p, q = a / n, b / n
    return q - p, Z * sqrt(p * (1 - p) / n + q * (1 - q) / n)


# --8<-- [end:estimate]
# --8<-- [start:peek]
def false_alarms(looks, runs=20_000):
    """How often a test without any effect looks significant at one look or more."""
    rng = random.Random(3)
    found = 0
    for _ in range(runs):
        total = 0.0
        for n in range(1, looks + 1):  # one equal batch of users per look
            total += rng.gauss()
            if abs(total / sqrt(n)) > Z:
                found += 1
                break
    return found / runs


# --8<-- [end:peek]
# --8<-- [start:use]
print("user 7:", arm(7, "checkout"), arm(7, "checkout"), "| next test:", arm(7, "banner"))
print("users per arm, 5% to 5.5%:", users_per_arm(0.05, 0.055))
difference, half = effect(1_550, 1_725, 31_250)
print(f"effect {difference:.2%}, from {difference - half:.2%} to {difference + half:.2%}")
for looks in (1, 2, 5, 20):
    print(f"{looks:2} looks: {false_alarms(looks):.0%} false alarms")
# --8<-- [end:use]
