def fit(X, y, l2):
    """Ridge regression: the weights and the intercept that minimize the penalized squared error.

    X: n lists of d numbers; y: n numbers; l2: the strength of the penalty, at least 0.
    Returns (weights, intercept): d numbers and one.
    """
    ...
