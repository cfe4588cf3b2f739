def bootstrap_interval(values, statistic, level, resamples, generator):
    """The percentile bootstrap interval of a statistic, as (low, high)."""
    if not values:
        raise ValueError("no values to resample")
    replicates = sorted(
        statistic(generator.choices(values, k=len(values)))  # with replacement
        for _ in range(resamples)
    )
    tail = (1 - level) / 2
    outside = int(tail * resamples)  # that many replicates lie beyond each end
    return replicates[outside], replicates[resamples - 1 - outside]
