def fit(X, y, rate, steps, l2=0.0):
    """Weights and intercept after so many steps of gradient descent on the penalized log loss.

    X: n lists of d numbers; y: n labels, 0 or 1; rate: the learning rate;
    steps: an int, at least 0; l2: the strength of the penalty on the weights, at least 0.
    Returns (weights, intercept): d numbers and one; all start at 0.
    """
    ...
