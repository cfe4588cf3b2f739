def bootstrap_interval(values, statistic, level, resamples, generator):
    """The percentile bootstrap interval of a statistic.

    values: a list of numbers. statistic: a function from such a list to a number.
    level: the confidence level, such as 0.95. resamples: how many to draw.
    generator: a random.Random, the only source of chance.
    Returns (low, high).
    """
    ...
