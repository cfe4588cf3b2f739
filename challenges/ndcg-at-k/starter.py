def ndcg_at_k(relevances, k):
    """The normalized discounted cumulative gain of the first k results.

    relevances: one grade per judged document (0 is irrelevant), in the order of the system.
    Returns a number between 0 and 1, or None if no document is relevant.
    """
    ...
