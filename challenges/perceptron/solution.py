def fit(X, y, max_epochs):
    """A line, plane or hyperplane between two classes, by the perceptron's rule."""
    weights, intercept = [0] * len(X[0]), 0
    for _ in range(max_epochs):
        mistakes = 0
        for x, label in zip(X, y, strict=True):
            score = sum(w * v for w, v in zip(weights, x, strict=True)) + intercept
            if label * score <= 0:  # a score of 0 decides nothing: a mistake
                weights = [w + label * v for w, v in zip(weights, x, strict=True)]
                intercept += label
                mistakes += 1
        if mistakes == 0:
            return weights, intercept, True
    return weights, intercept, False
