def information_gain(feature, labels):
    """By how many bits the entropy of the labels falls, on average, when the feature is known.

    feature: n values, one for each example; labels: their n classes.
    """
    ...
