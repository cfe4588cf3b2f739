def layer_norm(x, gamma, beta, eps=1e-5):
    """Each row of x, normalized over its own features, then scaled and shifted.

    x: n rows of d floats
    gamma, beta: d floats each, the scale and shift of each feature
    Returns n rows of d floats.
    """
    ...
