def time_series_split(n, folds, test_size, gap=0):
    """Training and test positions: train on the past, skip a gap, test on what follows.

    n: the number of positions, 0 being the oldest. The test parts are the last folds * test_size
    positions, cut into folds of test_size. Returns a list of pairs (train, test) of lists.
    """
    ...
