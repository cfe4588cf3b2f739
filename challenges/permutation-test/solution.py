from itertools import combinations
from statistics import fmean

ROUNDING = 1e-9  # differences closer than this are ties


def permutation_test(a, b):
    """The exact two-sided p-value for a difference in means between two samples."""
    if not a or not b:
        raise ValueError("each sample needs a value")
    pooled = [*a, *b]
    total = sum(pooled)
    observed = abs(fmean(a) - fmean(b))

    def difference(first):
        return abs(sum(first) / len(a) - (total - sum(first)) / len(b))

    # combinations() tells equal values apart by their place: each split is counted
    differences = [difference(first) for first in combinations(pooled, len(a))]
    extreme = sum(found >= observed - ROUNDING for found in differences)
    return extreme / len(differences)
