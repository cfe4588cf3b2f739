def rotary_embedding(x, positions, base=10000.0):
    """Rotate the pairs of neighboring features of each row by angles that grow with its position.

    x: n rows of d floats, queries or keys of one head; d is even
    positions: n numbers, one for each row
    base: the number whose powers divide the position
    Returns n rows of d floats. Raises ValueError if d is odd.
    """
    ...
