def time_series_split(n, folds, test_size, gap=0):
    """Training and test positions: train on the past, skip a gap, test on what follows."""
    first = n - folds * test_size  # where the first test part starts
    if first - gap < 1:
        raise ValueError(f"{n} positions leave nothing to train on")
    return [
        (list(range(start - gap)), list(range(start, start + test_size)))
        for start in range(first, n, test_size)
    ]
