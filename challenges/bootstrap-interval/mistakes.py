from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "draws without replacement",
        instead_of="generator.choices(values, k=len(values))",
        writes="generator.sample(values, k=len(values))",
        fails="the example at 90%",
    ),
    Mistake(
        "gives each tail all of what is left",
        instead_of="tail = (1 - level) / 2",
        writes="tail = min(1 - level, 0.5 - 1 / resamples)",
        fails="the example at 60%",
    ),
    Mistake(
        "draws one value too few",
        instead_of="k=len(values)",
        writes="k=len(values) - 1",
        fails="the example at 20%",
    ),
    Mistake(
        "takes the normal interval",
        instead_of="return replicates[outside], replicates[resamples - 1 - outside]",
        writes="""
    from statistics import NormalDist, fmean, stdev

    spread = NormalDist().inv_cdf(1 - tail) * stdev(replicates)
    return fmean(replicates) - spread, fmean(replicates) + spread""",
        fails="the example at 90%",
    ),
    Mistake(
        "takes the mean whatever was asked",
        instead_of="statistic(generator.choices(values, k=len(values)))",
        writes="sum(generator.choices(values, k=len(values))) / len(values)",
        fails="another statistic",
    ),
    Mistake(
        "draws from the module's generator",
        instead_of="generator.choices(",
        writes='__import__("random").choices(',
        fails="the same seed gives the same answer",
    ),
    Mistake(
        "does not look whether there are values",
        instead_of="if not values:",
        writes="if values is None:",
        fails="no values",
    ),
)
