from math import sqrt


def layer_norm(x, gamma, beta, eps=1e-5):
    """Each row of x, normalized over its own features, then scaled and shifted."""
    return [normalized(row, gamma, beta, eps) for row in x]


def normalized(row, gamma, beta, eps):
    d = len(row)
    mean = sum(row) / d
    deviations = [a - mean for a in row]  # before squaring: squares of large numbers lose digits
    std = sqrt(sum(a * a for a in deviations) / d + eps)
    return [g * a / std + b for g, a, b in zip(gamma, deviations, beta, strict=True)]
