def boosting_step(X, y, predictions, rate):
    """One step of gradient boosting for the squared loss: a stump on the residuals.

    X: n lists of d numbers; y, predictions: n numbers each; rate: the learning rate.
    Returns (stump, predictions): the stump as (feature, threshold, left, right), where left and
    right are the values of its two leaves, and the n new predictions.
    """
    ...
