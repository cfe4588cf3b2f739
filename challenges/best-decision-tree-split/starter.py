def best_split(X, y):
    """The split of a node that leaves the least weighted Gini impurity in its two children.

    X: n lists of d numbers, n at least 1; y: their n labels.
    Returns (feature, threshold, impurity), or None if no feature has two different values.
    """
    ...
