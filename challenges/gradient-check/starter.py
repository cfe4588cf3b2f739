def gradient_check(f, gradient, x, h=1e-5):
    """Compare a gradient with central differences.

    f: takes a list of d floats, gives a float
    gradient: takes a list of d floats, gives a list of d floats, the derivatives of f as claimed
    x: d floats, where to compare
    h: the step to either side
    Returns (numeric, error): the d central differences, and the largest error of the gradient;
    NaN if any error is NaN. Raises ValueError if the gradient does not have d numbers.
    """
    ...
