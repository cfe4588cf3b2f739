def log_loss(labels, probabilities):
    """The mean of minus the natural logarithm of the probability given to the true class.

    labels: list of class numbers from 0; probabilities: one list per label, with one
    probability per class. Probabilities below 1e-15 count as 1e-15.
    """
    ...
