def cross_entropy(logits, labels):
    """The mean cross-entropy of a batch, and its gradient.

    logits: n rows of C floats, one row per example
    labels: n integers from 0 to C - 1, the right class of each row
    Returns (loss, gradient): a float, and n rows of C floats, the derivative of the loss by each
    logit. Raises ValueError if there are no rows, or if a label is none of the C classes.
    """
    ...
