def population_stability_index(reference, current, edges):
    """How far the current values have moved from the reference, over bins.

    reference, current: lists of numbers.
    edges: the increasing inner edges of the bins; k edges make k + 1 bins.
    Returns a float.
    """
    ...
