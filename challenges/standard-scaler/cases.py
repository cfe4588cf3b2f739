from challenges.grader import Case

ENTRY = "StandardScaler"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        scaler = StandardScaler().fit([[1, 10], [3, 30]])
        scaler.transform([[1, 10], [3, 30], [6, 20]])
        """,
        gives=[[-1, -1], [1, 1], [4, 0]],
        why="The means are 2 and 20, the standard deviations 1 and 10: divide the squares by the "
        "number of rows. All rows, test rows too, use what fit() learned.",
    ),
    Case(
        "a constant column",
        "StandardScaler().fit([[5.0], [5.0]]).transform([[5.0], [7.0]])",
        gives=[[0.0], [2.0]],
        why="Its standard deviation is 0; divide by 1 instead.",
    ),
    Case(
        "a constant column of tenths",
        "StandardScaler().fit([[0.1], [0.1], [0.1]]).transform([[0.1], [0.6]])",
        gives=[[0.0], [0.5]],
        why="0.1 + 0.1 + 0.1 over 3 is 0.10000000000000002 in floating point, so the computed "
        "standard deviation is not quite 0. Ask whether the values are equal.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a large mean and a small spread",
        "StandardScaler().fit([[1e9], [1e9 + 4]]).transform([[1e9], [1e9 + 10]])",
        gives=[[-1.0], [4.0]],
        why="The mean of the squares minus the square of the mean subtracts two numbers near "
        "1e18, and nothing is left of a variance of 4: subtract the mean first. And do not call a "
        "column constant because its spread is small beside its mean.",
    ),
    Case(
        "values near 0",
        "StandardScaler().fit([[1e-20], [3e-20]]).transform([[1e-20], [3e-20]])",
        gives=[[-1.0], [1.0]],
        why="A small standard deviation is not a constant column: 3e-20 is three times 1e-20. A "
        "fixed limit such as 1e-8, or a number added to the denominator, depends on the unit.",
    ),
    Case(
        "one training row",
        "StandardScaler().fit([[4.0, -2.0]]).transform([[4.0, -2.0], [5.0, 0.0]])",
        gives=[[0.0, 0.0], [1.0, 2.0]],
        why="With one row every column is constant; dividing by n - 1 would divide by 0.",
    ),
    Case(
        "a test set of one row",
        "StandardScaler().fit([[0.0], [4.0]]).transform([[6.0]])",
        gives=[[2.0]],
        why="transform() learns nothing: (6 - 2)/2, from the training rows alone.",
    ),
    Case(
        "a second fit",
        "StandardScaler().fit([[0.0, 1.0], [4.0, 1.0]]).fit([[10.0], [12.0]]).transform([[13.0]])",
        gives=[[2.0]],
        why="fit() starts anew: nothing of the first training rows may stay.",
    ),
    Case(
        "the rows stay as they were",
        "rows = [[1.0], [3.0]]; StandardScaler().fit(rows).transform(rows); rows",
        gives=[[1.0], [3.0]],
        why="Build new rows; a second transform of the same rows must give the same.",
    ),
    Case(
        "a row with a column too few",
        "StandardScaler().fit([[1.0, 2.0], [3.0, 4.0]]).transform([[1.0]])",
        raises=ValueError,
        why="zip() drops what has no partner, so a column that is missing goes unnoticed.",
    ),
    Case(
        "a row with a column too many",
        "StandardScaler().fit([[1.0, 2.0], [3.0, 4.0]]).transform([[1.0, 2.0, 3.0]])",
        raises=ValueError,
        why="A loop over the learned columns never sees a further one: compare the lengths.",
    ),
)
