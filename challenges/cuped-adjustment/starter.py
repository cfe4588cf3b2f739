def cuped(control, treated):
    """The effect of a treatment, adjusted for what users did before the experiment.

    control, treated: lists of pairs (before, during), one for each user.
    Returns (difference, standard_error), the difference being treated minus control.
    """
    ...
