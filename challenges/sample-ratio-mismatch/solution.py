from math import erfc, sqrt


def sample_ratio_p_value(first, second, share=0.5):
    """The p-value of a chi-squared test of how users were split between two arms."""
    users = first + second
    if users == 0:
        raise ValueError("nobody was counted")
    chi_squared = 0.0
    for observed, planned in ((first, share), (second, 1 - share)):
        expected = users * planned
        chi_squared += (observed - expected) ** 2 / expected
    # one degree of freedom: the square of a standard normal variable
    return erfc(sqrt(chi_squared / 2))
