def bayes_update(prior, results):
    """The probability of a disease after the results of several tests."""
    sick, healthy = prior, 1 - prior  # the share of people who have had these results
    for sensitivity, specificity, positive in results:
        sick *= sensitivity if positive else 1 - sensitivity
        healthy *= 1 - specificity if positive else specificity
    if sick + healthy == 0:
        raise ValueError("these results are impossible")
    return sick / (sick + healthy)
