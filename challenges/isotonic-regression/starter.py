def isotonic(y, weights=None):
    """The non-decreasing sequence that is closest to y in weighted squared distance.

    y: n numbers, in the order of their x; weights: n positive numbers, or None for all 1.
    Returns a list of n numbers.
    """
    ...
