from math import exp


def fit(X, y, rate, steps, l2=0.0):
    """Weights and intercept after so many steps of gradient descent on the penalized log loss."""
    n, columns = len(X), list(zip(*X, strict=True))
    weights, intercept = [0.0] * len(columns), 0.0
    for _ in range(steps):
        scores = [dot(weights, x) + intercept for x in X]
        errors = [sigmoid(score) - label for score, label in zip(scores, y, strict=True)]
        intercept -= rate * sum(errors) / n  # no penalty here
        weights = [
            weight - rate * (dot(errors, column) / n + l2 * weight)
            for weight, column in zip(weights, columns, strict=True)
        ]
    return weights, intercept


def sigmoid(z):
    """1 / (1 + exp(-z)), where exp never sees a positive number."""
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
