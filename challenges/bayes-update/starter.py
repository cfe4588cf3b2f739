def bayes_update(prior, results):
    """The probability of a disease after the results of several tests.

    prior: the probability before the tests.
    results: a list of triples (sensitivity, specificity, positive), one for each
    test; positive is True or False.
    Returns a float.
    """
    ...
