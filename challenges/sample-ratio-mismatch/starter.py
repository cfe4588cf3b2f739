def sample_ratio_p_value(first, second, share=0.5):
    """The p-value of a chi-squared test of how users were split between two arms.

    first, second: the users counted in each arm.
    share: the planned share of the first arm, between 0 and 1.
    Returns a float.
    """
    ...
