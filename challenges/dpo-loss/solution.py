from math import exp, log1p
from statistics import mean


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """The mean loss of direct preference optimization over pairs of answers."""
    pairs = zip(policy_chosen, policy_rejected, reference_chosen, reference_rejected, strict=True)
    margins = [beta * ((pc - rc) - (pr - rr)) for pc, pr, rc, rr in pairs]
    return mean(map(minus_log_sigmoid, margins))  # raises ValueError for no pairs


def minus_log_sigmoid(z):
    """−ln σ(z) = ln(1 + e^−z), with an exponent that is never positive."""
    return max(-z, 0.0) + log1p(exp(-abs(z)))
