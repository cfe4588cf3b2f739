from bisect import bisect_right
from math import log

EMPTY = 0.5  # values that an empty bin is taken to hold


def population_stability_index(reference, current, edges):
    """How far the current values have moved from the reference, over bins."""
    if not reference or not current:
        raise ValueError("each sample needs a value")

    def counts(values):
        bins = [0] * (len(edges) + 1)
        for value in values:
            bins[bisect_right(edges, value)] += 1  # a value on an edge belongs above it
        return bins

    index = 0.0
    for before, now in zip(counts(reference), counts(current), strict=True):
        if before or now:  # a bin that is empty in both says nothing
            p = (before or EMPTY) / len(reference)
            q = (now or EMPTY) / len(current)
            index += (q - p) * log(q / p)
    return index
