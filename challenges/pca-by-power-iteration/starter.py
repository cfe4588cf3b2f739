def first_component(X, rng):
    """The direction in which the rows of X vary most, and their sample variance along it.

    X: n lists of d numbers; rng: a random.Random, for the start.
    Returns (direction, variance): a list of d numbers of length 1, and a number.
    """
    ...
