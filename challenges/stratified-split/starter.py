def stratified_split(labels, test_share, rng):
    """Split the positions of labels at random so that each class keeps its share.

    labels: list; test_share: number between 0 and 1; rng: a random.Random.
    Returns two lists of positions: train and test.
    """
    ...
