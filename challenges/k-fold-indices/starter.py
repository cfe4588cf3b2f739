def k_fold(n, k, rng=None):
    """The training and test positions of k-fold cross-validation over n examples.

    rng: None for folds of neighbors, or a random.Random to shuffle the positions first.
    Returns a list of k pairs (train, test), each part a list of positions.
    """
    ...
