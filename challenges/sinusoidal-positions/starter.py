def sinusoidal_positions(n, d):
    """The position encodings of the original transformer.

    n: the number of positions, which count from 0
    d: the number of features, even and at least 2
    Returns n rows of d floats. Raises ValueError if d is odd or less than 2.
    """
    ...
