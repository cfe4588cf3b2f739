def target_encode(categories, targets, folds, smoothing):
    """Each row's category as a smoothed mean target over the rows of the other folds.

    categories: list of labels; targets: list of numbers; folds: list that names each row's fold;
    smoothing: number, 0 or more: how many rows the overall mean counts for.
    Returns a list of numbers, one per row.
    """
    ...
