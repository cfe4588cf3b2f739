def predict(X, y, query, k):
    """The label that most of the k training examples nearest to the query have.

    X: n lists of d numbers; y: their n labels; query: d numbers; k: an int, at least 1.
    """
    ...
