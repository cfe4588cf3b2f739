def k_fold(n, k, rng=None):
    """The training and test positions of k-fold cross-validation over n examples."""
    if not 2 <= k <= n:
        raise ValueError(f"can't make {k} folds of {n} examples")
    order = list(range(n))
    if rng is not None:
        rng.shuffle(order)

    folds = []
    smaller, larger_folds = divmod(n, k)
    start = 0
    for fold in range(k):
        end = start + smaller + (fold < larger_folds)
        folds.append((order[:start] + order[end:], order[start:end]))
        start = end
    return folds
