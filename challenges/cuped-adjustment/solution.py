from math import sqrt
from statistics import fmean, variance


def cuped(control, treated):
    """The effect of a treatment, adjusted for what users did before the experiment."""
    if len(control) < 2 or len(treated) < 2:
        raise ValueError("each group needs two users")
    everyone = [*control, *treated]
    mean_before = fmean(before for before, _ in everyone)
    mean_during = fmean(during for _, during in everyone)
    products = sum((before - mean_before) * (during - mean_during) for before, during in everyone)
    squares = sum((before - mean_before) ** 2 for before, _ in everyone)
    theta = products / squares if squares else 0.0  # cov(before, during) / var(before)

    def adjusted(group):
        return [during - theta * (before - mean_before) for before, during in group]

    difference = fmean(adjusted(treated)) - fmean(adjusted(control))
    errors = [variance(adjusted(group)) / len(group) for group in (control, treated)]
    return difference, sqrt(sum(errors))
