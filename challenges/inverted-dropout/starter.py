def dropout(x, p, rng, training=True):
    """Inverted dropout of a list of activations.

    x: n finite floats
    p: the probability that an activation is dropped, 0 <= p < 1
    rng: a random.Random, the only source of chance
    training: False in evaluation, where nothing is dropped
    Returns (y, factors), lists of n floats with y[i] = factors[i] * x[i].
    Raises ValueError if p is not in that range.
    """
    ...
