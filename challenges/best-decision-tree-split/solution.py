from collections import Counter
from itertools import pairwise


def best_split(X, y):
    """The split of a node that leaves the least weighted Gini impurity in its two children."""
    columns = zip(*X, strict=True)
    candidates = (split for j, values in enumerate(columns) for split in splits(j, values, y))
    return min(candidates, key=lambda split: split[2], default=None)  # the first of equals


def splits(feature, values, y):
    """Each (feature, threshold, impurity), by increasing threshold."""
    pairs = sorted(zip(values, y, strict=True), key=lambda pair: pair[0])
    left, right = Counter(), Counter(y)
    for (value, label), (following, _) in pairwise(pairs):
        left[label] += 1
        right[label] -= 1
        if value < following:  # equal values cannot be told apart
            yield feature, (value + following) / 2, weighted_gini(left, right)


def weighted_gini(left, right):
    n_left, n_right = left.total(), right.total()
    return (n_left * gini(left) + n_right * gini(right)) / (n_left + n_right)


def gini(counts):
    n = counts.total()
    return 1 - sum((count / n) ** 2 for count in counts.values())
