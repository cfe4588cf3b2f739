def users_per_arm(baseline, effect, alpha=0.05, power=0.8):
    """Users that each arm of an A/B test on a proportion needs.

    baseline: the proportion without the change. effect: the smallest difference to
    detect, absolute, of either sign. alpha: the two-sided significance level.
    Returns an int, rounded up.
    """
    ...
