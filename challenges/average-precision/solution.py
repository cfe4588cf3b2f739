from itertools import groupby
from operator import itemgetter


def average_precision(labels, scores):
    """The average precision: the precision at each threshold, weighted by the recall it adds."""
    positives = sum(labels)
    if not positives:
        raise ValueError("recall is undefined without positives")

    total = 0.0
    tp = retrieved = 0
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    for _, group in groupby(ranked, key=itemgetter(0)):  # one threshold per distinct score
        tied = [label for _, label in group]
        found = sum(tied)
        tp += found
        retrieved += len(tied)
        total += found * tp / retrieved  # recall grows by found / positives
    return total / positives
