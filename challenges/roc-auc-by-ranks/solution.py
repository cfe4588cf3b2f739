from itertools import groupby
from operator import itemgetter


def roc_auc(labels, scores):
    """The area under the ROC curve: the share of pairs in the right order, ties one half."""
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        raise ValueError("there are no pairs of a positive and a negative")

    rank_sum = 0.0  # of the positives, among all
    below = 0
    for _, group in groupby(sorted(zip(scores, labels, strict=True)), key=itemgetter(0)):
        tied = [label for _, label in group]
        rank = below + (len(tied) + 1) / 2  # the mean of below + 1, …, below + len(tied)
        rank_sum += rank * sum(tied)
        below += len(tied)

    # Without any negative below them, the positives would have the ranks 1, …, positives.
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)
