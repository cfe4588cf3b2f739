from math import sqrt
from random import Random  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "first_component"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "first_component([[1, 1], [3, 2], [5, 3]], Random(0))",
        gives=([2 / sqrt(5), 1 / sqrt(5)], 5),
        tolerance=1e-5,
        why="Subtract the mean of each column first; the sample variance divides by n - 1.",
    ),
    Case(
        "the sign",
        """
        X = [[0, 0, 0], [2, -3, 2], [4, -6, 4]]
        first_component(X, Random(0))
        """,
        gives=([-2 / sqrt(17), 3 / sqrt(17), -2 / sqrt(17)], 17),
        tolerance=1e-5,
        why="The entry with the largest absolute value, here the second, must be positive: flip "
        "the whole vector if it is not. Neither the first entry nor the sum decides.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "two axes",
        # By hand: variances 2/3 and 32/3 along the axes, no covariance.
        """
        X = [[1, 0], [-1, 0], [0, 4], [0, -4]]
        first_component(X, Random(0))
        """,
        gives=([0, 1], 32 / 3),
        tolerance=1e-5,
        why="The first axis is an eigenvector, too: a start on it never leaves it. Start at "
        "random.",
    ),
    Case(
        "a direction at right angles to (1, 1, 1)",
        # By hand: 24 * 2/3 along (2, -1, -1), 2 * 2/3 along (0, 1, -1), which are orthogonal.
        """
        X = [[4, -2, -2], [-4, 2, 2], [0, 1, -1], [0, -1, 1]]
        first_component(X, Random(0))
        """,
        gives=([2 / sqrt(6), -1 / sqrt(6), -1 / sqrt(6)], 16),
        tolerance=1e-5,
        why="A start of ones has no part in the wanted direction and can never find it. Start at "
        "random.",
    ),
    Case(
        "variances of 6 and 8/3",
        # By hand: 9 * 2/3 along (0.6, 0.8), 4 * 2/3 along (0.8, -0.6).
        """
        X = [[1.8, 2.4], [-1.8, -2.4], [1.6, -1.2], [-1.6, 1.2]]
        first_component(X, Random(0))
        """,
        gives=([0.6, 0.8], 6),
        tolerance=1e-5,
        why="Each step shrinks the unwanted part only by the ratio of the two variances: do enough "
        "steps.",
    ),
    Case(
        "any seed",
        """
        X = [[1.8, 2.4], [-1.8, -2.4], [1.6, -1.2], [-1.6, 1.2]]
        [first_component(X, Random(seed))[0] for seed in range(5)]
        """,
        gives=[[0.6, 0.8]] * 5,
        tolerance=1e-5,
        why="The start is random, but where it ends is not, except for the sign, which is fixed.",
    ),
    Case(
        "far from the origin",
        """
        example = [[1, 1], [3, 2], [5, 3]]
        X = [[1e8 + a, 1e8 + b] for a, b in example]
        first_component(X, Random(0))
        """,
        gives=([2 / sqrt(5), 1 / sqrt(5)], 5),
        tolerance=1e-5,
        why="The mean of the products minus the product of the means loses all digits here: "
        "subtract the means from the rows first.",
    ),
    Case(
        "one column",
        "first_component([[1], [3]], Random(0))",
        gives=([1], 2),
        tolerance=1e-5,
        why="With one column the direction is [1.0], and the variance is that of the column.",
    ),
    Case(
        "rows that do not vary",
        "first_component([[0.1, 0.7]] * 7, Random(0))",
        raises=ValueError,
        why="Compare the rows themselves: the sum of seven equal numbers over 7 may miss them by a "
        "rounding error, and the centered rows are then tiny, not 0.",
    ),
    Case(
        "one row",
        "first_component([[2, 5]], Random(0))",
        raises=ValueError,
        why="One row does not vary, and its sample variance would be 0/0.",
    ),
)
