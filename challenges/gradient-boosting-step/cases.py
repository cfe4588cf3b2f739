from challenges.grader import Case

ENTRY = "boosting_step"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        X, y = [[1], [2], [3], [4]], [2, 4, 9, 9]
        boosting_step(X, y, [6, 6, 6, 6], rate=0.5)
        """,
        gives=((0, 2.5, -3, 3), [4.5, 4.5, 7.5, 7.5]),
        why="The stump is fitted to the residuals, target minus prediction; each prediction moves "
        "by rate times the value of its leaf.",
    ),
    Case(
        "different predictions",
        # By hand: the residuals are 0, 4, 0 and 5.
        """
        X, y = [[1], [2], [3], [4]], [2, 4, 9, 9]
        boosting_step(X, y, [2, 0, 9, 4], rate=1)
        """,
        gives=((0, 3.5, 4 / 3, 5), [10 / 3, 4 / 3, 31 / 3, 9]),
        why="Every example has its own prediction to start from; a step may make some worse.",
    ),
    Case(
        "no feature varies",
        "boosting_step([[1, 5], [1, 5]], [0, 1], [0, 0], rate=1)",
        raises=ValueError,
        why="There is no threshold to try; min of nothing raises the ValueError by itself.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "the sum of squared errors decides",
        # NumPy: the sums of squares are 11, 12.5, 8 and 12.75 from the first threshold on.
        """
        X, y = [[1], [2], [3], [4], [5]], [0, 3, 3, 5, 7]
        boosting_step(X, y, [0, 0, 0, 0, 0], rate=1)
        """,
        gives=((0, 3.5, 2, 6), [2, 2, 2, 6, 6]),
        why="Add up the squares over both leaves. Absolute errors would choose 4.5, and the "
        "variances of the leaves without their sizes 1.5.",
    ),
    Case(
        "two features out of order",
        # NumPy, all eight splits: squared errors from 2.5 to 50.5.
        """
        X = [[1, 5], [2, 1], [3, 4], [4, 2], [9, 3]]
        boosting_step(X, [1, 8, 2, 9, 7], [3, 3, 3, 3, 3], rate=0.1)
        """,
        gives=((1, 3.5, 5, -1.5), [2.85, 3.5, 2.85, 3.5, 3.5]),
        why="Try the thresholds of every feature, and let the squared error of both leaves "
        "together decide.",
    ),
    Case(
        "equal values stay together",
        # By hand: at 3 the squared error is 18.67, at 1.5 it is 20.
        """
        X, y = [[1], [1], [2], [4]], [0, 6, 2, 4]
        boosting_step(X, y, [0, 0, 0, 0], rate=1)
        """,
        gives=((0, 3, 8 / 3, 4), [8 / 3, 8 / 3, 8 / 3, 4]),
        why="A threshold lies between two different values; here 1.5 and 3 are all there is.",
    ),
    Case(
        "a tie of thresholds",
        "boosting_step([[0], [1], [2]], [0, 3, 0], [0, 0, 0], rate=1)",
        gives=((0, 0.5, 0, 1.5), [0, 1.5, 1.5]),
        why="The thresholds 0.5 and 1.5 leave the same squared error, 4.5: the lower one wins.",
    ),
    Case(
        "a tie of features",
        "boosting_step([[5, 0], [7, 1]], [1, 3], [0, 0], rate=1)",
        gives=((0, 6, 1, 3), [1, 3]),
        why="Both features fit perfectly: the lower index wins, whatever the thresholds.",
    ),
    Case(
        "nothing left to learn",
        """
        X, y = [[1], [3], [5]], [4, 5, 6]
        boosting_step(X, y, [4, 5, 6], rate=0.3)
        """,
        gives=((0, 2, 0, 0), [4, 5, 6]),
        why="All residuals are 0, and so are the leaves; the first threshold wins the tie.",
    ),
    Case(
        "two steps",
        """
        X, y = [[1], [2], [3], [4]], [2, 4, 9, 9]
        _, predictions = boosting_step(X, y, [6, 6, 6, 6], rate=0.5)
        boosting_step(X, y, predictions, rate=0.5)
        """,
        # By hand: the residuals are -2.5, -0.5, 1.5, 1.5.
        gives=((0, 2.5, -1.5, 1.5), [3.75, 3.75, 8.25, 8.25]),
        why="A second step starts from the predictions of the first; keep nothing between calls.",
    ),
    Case(
        "the input stays as it was",
        """
        X, y, predictions = [[1], [2]], [3, 5], [4, 4]
        boosting_step(X, y, predictions, rate=0.5)
        X, y, predictions
        """,
        gives=([[1], [2]], [3, 5], [4, 4]),
        why="Return a new list of predictions instead of adding to the old one.",
    ),
)
