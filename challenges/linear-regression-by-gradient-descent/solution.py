def fit(X, y, rate, steps):
    """Weights and intercept after so many steps of gradient descent on the mean squared error."""
    n, columns = len(X), list(zip(*X, strict=True))
    weights, intercept = [0.0] * len(columns), 0.0
    for _ in range(steps):
        # all errors come first: every gradient is that of the same point
        errors = [dot(weights, x) + intercept - target for x, target in zip(X, y, strict=True)]
        intercept -= rate * 2 / n * sum(errors)
        weights = [
            weight - rate * 2 / n * dot(errors, column)
            for weight, column in zip(weights, columns, strict=True)
        ]
    return weights, intercept


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
