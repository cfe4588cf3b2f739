from challenges.grader import Case

ENTRY = "best_split"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        'best_split([[1], [2], [3], [5]], ["no", "no", "yes", "no"])',
        gives=(0, 2.5, 0.25),
        why="Weight the impurity of each child by its share of the examples; thresholds are "
        "midpoints between neighboring values.",
    ),
    Case(
        "the second feature is better",
        """
        X = [[1, 7], [2, 3], [3, 8], [4, 1]]
        best_split(X, ["a", "b", "a", "b"])
        """,
        gives=(1, 5, 0),
        why="Sort by each feature in turn: 1 and 3 are b, 7 and 8 are a.",
    ),
    Case(
        "no feature varies",
        'best_split([[1, 5], [1, 5]], ["a", "b"])',
        gives=None,
        why="A threshold needs two different values of a feature.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "equal values stay together",
        # By hand: the only threshold is 1.5, with (2/3) · 1/2 on the left and 0 on the right.
        'best_split([[1], [1], [2]], ["a", "b", "b"])',
        gives=(0, 1.5, 1 / 3),
        why="Two examples with the same value go to the same side, whatever their labels.",
    ),
    Case(
        "a tie of thresholds",
        'best_split([[1], [2], [3]], ["a", "b", "a"])',
        gives=(0, 1.5, 1 / 3),
        why="The thresholds 1.5 and 2.5 are equally good: the lower one wins.",
    ),
    Case(
        "a tie of features",
        'best_split([[10, 1], [20, 2], [30, 3]], ["a", "a", "b"])',
        gives=(0, 25, 0),
        why="Both features separate the classes: the lower index wins, whatever the thresholds.",
    ),
    Case(
        "a split that gains nothing",
        # By hand: each child of either feature has one a and one b.
        """
        X = [[0, 0], [0, 1], [1, 0], [1, 1]]
        best_split(X, ["a", "b", "b", "a"])
        """,
        gives=(0, 0.5, 0.5),
        why="The best split is wanted even if it is no better than the node was: the split below "
        "it may be.",
    ),
    Case(
        "three classes",
        # By hand: at 4.5 the left child has a, a, b, b and the right one c, c.
        """
        X = [[1], [2], [3], [4], [5], [6]]
        best_split(X, ["a", "a", "b", "b", "c", "c"])
        """,
        gives=(0, 2.5, 1 / 3),
        why="Gini impurity is 1 minus the sum of the squared shares of all classes. 2.5 and 4.5 "
        "tie, and the lower one wins.",
    ),
    Case(
        "values out of order and below zero",
        'best_split([[3.5], [-4], [0.5], [-1]], ["b", "a", "b", "a"])',
        gives=(0, -0.25, 0),
        why="Sort the examples by the feature, and take the labels along.",
    ),
    Case(
        "one example",
        'best_split([[1, 2]], ["a"])',
        gives=None,
        why="One example cannot be split.",
    ),
    Case(
        "labels that cannot be compared",
        'best_split([[1], [1], [4]], [None, "a", "a"])',
        gives=(0, 2.5, 1 / 3),
        why="Sorting pairs (value, label) compares the labels of equal values; sort by value.",
    ),
)
