from random import Random  # noqa: F401 (the calls use it)
from statistics import fmean, median  # noqa: F401

from challenges.grader import Case

ENTRY = "bootstrap_interval"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example at 90%",
        "bootstrap_interval([1, 3], fmean, 0.9, 4000, Random(0))",
        gives=(1, 3),
        why="A quarter of the means are 1 and a quarter are 3. Cutting 5% off at each end "
        "removes neither.",
    ),
    Case(
        "the example at 20%",
        "bootstrap_interval([1, 3], fmean, 0.2, 4000, Random(1))",
        gives=(2, 2),
        why="Half of the means are 2, those in the middle: the fifth in the middle holds nothing "
        "else. Resamples have as many values as the data, drawn with replacement.",
    ),
    Case(
        "the example at 60%",
        "bootstrap_interval([1, 3], fmean, 0.6, 4000, Random(2))",
        gives=(1, 3),
        why="60% in the middle leave 20% for each tail, not 40%.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "another statistic",
        "bootstrap_interval([1, 3], max, 0.2, 4000, Random(3))",
        gives=(3, 3),
        why="The maximum of a resample is 3 in three of four. Call the function that was passed.",
    ),
    Case(
        "a statistic that lies at one end",
        "bootstrap_interval([1, 3], max, 0.9, 4000, Random(10))",
        gives=(1, 3),
        why="A quarter of the maxima are 1, so 1 is the quantile at 5%. The ends are quantiles of "
        "the replicates as they are, not reflected about the statistic of the data.",
    ),
    # The exact quantiles are 47.55 and 51.45, by convolution; those of 2,000 resamples have a
    # standard error of 0.09, so that the limits are at 0.02 * 47.55 = 0.95, or ten of them.
    Case(
        "half of the means of a hundred values",
        """
        bootstrap_interval(
            list(range(100)), fmean, 0.5, 2000, Random(4)
        )
        """,
        gives=(47.55, 51.45),
        tolerance=0.02,
        why="The bootstrap means spread with the standard error, 28.9/√100 = 2.89, about 49.5; "
        "half of them lie within 0.674 of it. Every resample has all hundred places.",
    ),
    Case(
        "what the statistic is given",
        """
        sizes, repeated = set(), []
        def spy(sample):
            sizes.add(len(sample))
            repeated.append(len(set(sample)) < len(sample))
            return fmean(sample)
        bootstrap_interval(
            list(range(30)), spy, 0.9, 200, Random(5)
        )
        (sizes, any(repeated), 200 <= len(repeated) <= 210)
        """,
        gives=({30}, True, True),
        why="Each resample has as many values as the data, and some values more than once. The "
        "statistic is applied to as many resamples as were asked for, here 200.",
    ),
    Case(
        "the same seed gives the same answer",
        """
        values = [x ** 1.5 for x in range(40)]
        once = bootstrap_interval(
            values, fmean, 0.8, 300, Random(6)
        )
        again = bootstrap_interval(
            values, fmean, 0.8, 300, Random(6)
        )
        once == again
        """,
        gives=True,
        why="Draw from the generator that was passed, not from the module random.",
    ),
    Case(
        "the generator goes on",
        """
        values = [x ** 1.5 for x in range(40)]
        generator = Random(7)
        once = bootstrap_interval(
            values, fmean, 0.8, 300, generator
        )
        again = bootstrap_interval(
            values, fmean, 0.8, 300, generator
        )
        once == again
        """,
        gives=False,
        why="Use the generator as it is: a new one, or a seed of your own, repeats the same draws.",
    ),
    Case(
        "the input stays as it was",
        """
        values = [4, 1, 3, 2]
        bootstrap_interval(values, median, 0.9, 50, Random(8))
        values
        """,
        gives=[4, 1, 3, 2],
        why="Sort the replicates, not the data, and draw into a new list.",
    ),
    Case(
        "no values",
        "bootstrap_interval([], sum, 0.9, 100, Random(9))",
        raises=ValueError,
        why="Nothing can be drawn from nothing. Some statistics, such as sum, would hide it.",
    ),
)
