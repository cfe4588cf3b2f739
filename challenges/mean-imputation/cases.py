from math import nan

from challenges.grader import Case

ENTRY = "MeanImputer"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        train = [[1.0, 10.0], [3.0, nan], [nan, 30.0]]
        MeanImputer().fit(train).transform(train)
        """,
        gives=[[1.0, 10.0, 0, 0], [3.0, 20.0, 0, 1], [2.0, 30.0, 1, 0]],
        why="The means are those of the known values: (1 + 3)/2 and (10 + 30)/2. NaN equals "
        "nothing, not even itself, so find it with isnan.",
    ),
    Case(
        "the means of the training rows, for test rows too",
        "MeanImputer().fit([[1.0], [3.0]]).transform([[nan], [100.0]])",
        gives=[[2.0, 1], [100.0, 0]],
        why="transform() learns nothing: a mean that includes test rows leaks them, and one row "
        "served alone has no mean.",
    ),
    Case(
        "a column without a known value",
        "MeanImputer().fit([[1.0, nan], [2.0, nan]])",
        raises=ValueError,
        why="Its mean is 0/0; do not invent one.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "zeros are known",
        "MeanImputer().fit([[0.0], [4.0], [nan]]).transform([[0.0], [nan]])",
        gives=[[0.0, 0], [2.0, 1]],
        why="0 is a value like any other, in the mean and in the rows; `value or mean` takes it "
        "for missing.",
    ),
    Case(
        "NaN that comes from elsewhere",
        """
        imputer = MeanImputer().fit([[1.0], [2.0], [6.0], [float("nan")]])
        imputer.transform([[float("inf") - float("inf")], [4.0]])
        """,
        gives=[[3.0, 1], [4.0, 0]],
        why="The mean of 1, 2 and 6 is 3. There are many NaN objects, so `is nan` and `in (nan,)` "
        "miss most of them; isnan finds all.",
    ),
    Case(
        "missing only in the test rows",
        "MeanImputer().fit([[1, 5], [2, 7]]).transform([[nan, 6], [3, nan]])",
        gives=[[1.5, 6, 1, 0], [3, 6.0, 0, 1]],
        why="Learn a mean for every column, whether the training rows miss a value there or not.",
    ),
    Case(
        "the rows stay as they were",
        """
        train, test = [[1.0], [nan]], [[nan], [2.0]]
        MeanImputer().fit(train).transform(test)
        train, test
        """,
        gives=([[1.0], [nan]], [[nan], [2.0]]),
        why="Build new rows: filling the caller's hides what was missing from everyone after you.",
    ),
    Case(
        "a second fit",
        "MeanImputer().fit([[1.0, 2.0]]).fit([[5.0], [7.0]]).transform([[nan]])",
        gives=[[6.0, 1]],
        why="fit() starts anew: nothing of the first training rows may stay.",
    ),
    Case(
        "two imputers",
        """
        first, second = MeanImputer().fit([[1.0]]), MeanImputer().fit([[9.0]])
        first.transform([[nan]]), second.transform([[nan]])
        """,
        gives=([[1.0, 1]], [[9.0, 1]]),
        why="The means belong to the object; a list in the class body is shared by all objects.",
    ),
    Case(
        "a row with a column too many",
        "MeanImputer().fit([[1.0, 2.0]]).transform([[nan, 3.0, 4.0]])",
        raises=ValueError,
        why="zip() drops what has no partner, so columns would shift silently.",
    ),
    Case(
        "a row with a column too few",
        "MeanImputer().fit([[1.0, 2.0]]).transform([[3.0]])",
        raises=ValueError,
        why="A loop over the row's own values never notices that one is missing: compare the "
        "lengths.",
    ),
    Case(
        "no rows to transform",
        "MeanImputer().fit([[1.0]]).transform([])",
        gives=[],
        why="Nothing in, nothing out.",
    ),
)
