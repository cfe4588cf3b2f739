def average_precision(labels, scores):
    """The average precision: the precision at each threshold, weighted by the recall it adds.

    labels: list of 0 and 1; scores: list of numbers, one per label, higher for more likely 1.
    The thresholds are the distinct scores. Returns a number between 0 and 1.
    """
    ...
