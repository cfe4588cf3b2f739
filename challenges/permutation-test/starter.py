def permutation_test(a, b):
    """The exact two-sided p-value for a difference in means between two samples.

    a, b: lists of numbers, the two samples.
    Returns a float: the share of all splits whose means differ at least as much.
    """
    ...
