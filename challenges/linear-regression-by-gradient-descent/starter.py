def fit(X, y, rate, steps):
    """Weights and intercept after so many steps of gradient descent on the mean squared error.

    X: n lists of d numbers; y: n numbers; rate: the learning rate; steps: an int, at least 0.
    Returns (weights, intercept): d numbers and one; all start at 0.
    """
    ...
