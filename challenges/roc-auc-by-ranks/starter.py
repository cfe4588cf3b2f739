def roc_auc(labels, scores):
    """The area under the ROC curve.

    labels: list of 0 and 1; scores: list of numbers, one per label, higher for more likely 1.
    Returns the share of pairs (one positive, one negative) in which the positive scores higher,
    where a pair of equal scores counts one half.
    """
    ...
