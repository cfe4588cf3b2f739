def fit(X, y, max_epochs):
    """A line, plane or hyperplane between two classes, by the perceptron's rule.

    X: n lists of d numbers; y: n labels, -1 or 1; max_epochs: the most passes over the examples.
    Returns (weights, intercept, converged): d numbers, a number, and True or False.
    """
    ...
