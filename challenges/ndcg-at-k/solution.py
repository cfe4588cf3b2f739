from math import log2


def ndcg_at_k(relevances, k):
    """The normalized discounted cumulative gain of the first k results."""
    if k < 1:
        raise ValueError("k must be at least 1")
    best = sorted(relevances, reverse=True)  # of all documents, not of the first k
    ideal = dcg(best[:k])
    return dcg(relevances[:k]) / ideal if ideal else None


def dcg(relevances):
    """The discounted cumulative gain: each gain over the logarithm of its rank plus 1."""
    return sum(
        (2**relevance - 1) / log2(rank + 1) for rank, relevance in enumerate(relevances, start=1)
    )
