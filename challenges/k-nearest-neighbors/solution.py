from collections import Counter
from math import dist


def predict(X, y, query, k):
    """The label that most of the k training examples nearest to the query have."""
    # sorted is stable: of equally distant examples the earlier one comes first
    nearest = sorted(range(len(X)), key=lambda i: dist(X[i], query))[:k]
    votes = Counter(y[i] for i in nearest)  # remembers the order in which labels came
    return max(votes, key=votes.get)  # the first of equals; ValueError if there are none
