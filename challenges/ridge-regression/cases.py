from challenges.grader import Case

ENTRY = "fit"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "fit([[2], [3], [4]], [2, 3, 7], l2=0.5)",
        gives=([2], -2),
        why="Center the feature and the targets, divide 5 by 2 + 0.5, and let the intercept carry "
        "the line through both means.",
    ),
    Case(
        "two features",
        # By hand: (7 w1 - w2 = 2) and (-w1 + 16 w2 = 19) after centering.
        "fit([[1, 2], [2, 1], [3, 5], [4, 0]], [3, 1, 8, 2], l2=2)",
        gives=([17 / 37, 45 / 37], -3 / 37),
        why="The penalty is added on the diagonal of the centered normal equations, once per "
        "feature.",
    ),
    Case(
        "two equal features",
        "fit([[1, 1], [2, 2], [3, 3]], [1, 2, 6], l2=1)",
        gives=([1, 1], -1),
        why="Without a penalty there are many solutions; with one, equal features share the "
        "weight equally.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "three features",
        # scikit-learn: Ridge(alpha=1, solver="svd")
        """
        X = [[1, 2, 0], [2, 1, 1], [3, 5, 1], [4, 0, 3], [0, 1, 2]]
        fit(X, [3, 1, 8, 2, 7], l2=1)
        """,
        gives=([-1.0275119617, 1.5514354067, 1.5837320574], 1.2452153110),
        why="Eliminate below each pivot with the rows as they are by then, and solve from the "
        "last equation back to the first.",
    ),
    Case(
        "without a penalty",
        "fit([[1, 0], [0, 1], [1, 1], [0, 0]], [5, 0, 2, 3], l2=0)",
        gives=([2, -3], 3),
        why="With l2 = 0 this is least squares; these targets are 3 + 2 x1 - 3 x2 exactly.",
    ),
    Case(
        "a feature in small units",
        # By hand: the targets are 2 x1 - 3 x2 + 7 with x1 = 1, 2, 3, 4 before the units change.
        """
        X = [[1e-5, 2], [2e-5, 1], [3e-5, 5], [4e-5, 0]]
        fit(X, [3, 8, -2, 15], l2=0)
        """,
        gives=([200000, -3], 7),
        why="A small pivot is not 0: there is a unique solution. If you exchange rows for a larger "
        "pivot, exchange their right-hand sides, too.",
    ),
    Case(
        "a strong penalty",
        "fit([[2], [3], [4]], [102, 103, 107], l2=1e12)",
        gives=([0], 104),
        why="The weights go to 0 and the intercept to the mean of the targets: it has no penalty.",
    ),
    Case(
        "values far from zero",
        # The example, one million to the right.
        "fit([[999999], [1000000], [1000001]], [2, 3, 7], l2=0.5)",
        gives=([2], 4 - 2_000_000),
        why="Center before you multiply: squares of a million leave too few digits for the "
        "differences.",
    ),
    Case(
        "a feature that never varies",
        "fit([[2, 5], [3, 5], [4, 5]], [2, 3, 7], l2=0.5)",
        gives=([2, 0], -2),
        why="Centered, the feature is 0 everywhere; the penalty makes its weight 0.",
    ),
    Case(
        "no unique solution",
        "fit([[0, 1], [0, 2], [0, 4]], [1, 2, 3], l2=0)",
        raises=ValueError,
        why="The first feature can have any weight: a pivot is 0. Look before you divide.",
    ),
    Case(
        "the input stays as it was",
        """
        X, y = [[2, 1], [3, 5], [4, 0]], [2, 3, 7]
        fit(X, y, l2=0.5)
        X, y
        """,
        gives=([[2, 1], [3, 5], [4, 0]], [2, 3, 7]),
        why="Center copies; the rows and the targets belong to the caller.",
    ),
)
