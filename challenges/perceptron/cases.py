from challenges.grader import Case

ENTRY = "fit"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "fit([[1, 2], [2, 1]], [1, -1], max_epochs=10)",
        gives=([-1, 1], 0, True),
        why="A score of 0 is a mistake, whatever the label; at a mistake add label times example.",
    ),
    Case(
        "one epoch of the example",
        "fit([[1, 2], [2, 1]], [1, -1], max_epochs=1)",
        gives=([-1, 1], 0, False),
        why="The first epoch had mistakes, so nothing shows yet that the line separates: only an "
        "epoch without a mistake does.",
    ),
    Case(
        "exclusive or",
        """
        X = [[0, 0], [0, 1], [1, 0], [1, 1]]
        fit(X, [-1, 1, 1, -1], max_epochs=50)[2]
        """,
        gives=False,
        why="No line separates these classes; stop after max_epochs passes.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "logical and",
        # NumPy, a loop over the rows of a matrix with a column of ones; nine epochs.
        """
        X = [[0, 0], [0, 1], [1, 0], [1, 1]]
        fit(X, [-1, -1, -1, 1], max_epochs=20)
        """,
        gives=([3, 2], -4, True),
        why="Change weights and intercept before you score the next example, and take the examples "
        "in their order in every epoch.",
    ),
    Case(
        "an epoch too few",
        """
        X = [[0, 0], [0, 1], [1, 0], [1, 1]]
        fit(X, [-1, -1, -1, 1], max_epochs=8)
        """,
        gives=([3, 2], -4, False),
        why="The line separates already, but the eighth epoch had a mistake; the ninth would show "
        "it.",
    ),
    Case(
        "just enough epochs",
        """
        X = [[0, 0], [0, 1], [1, 0], [1, 1]]
        fit(X, [-1, -1, -1, 1], max_epochs=9)
        """,
        gives=([3, 2], -4, True),
        why="The ninth epoch is the first one without a mistake, and it is allowed.",
    ),
    Case(
        "three features",
        # NumPy, as above; eight mistakes in two epochs.
        """
        X = [[2, 0, 1], [1, -1, 3], [1, 1, 0], [-1, 2, 2], [3, 1, 1]]
        fit(X, [1, -1, -1, 1, 1], max_epochs=2)
        """,
        gives=([3, 4, -1], 0, False),
        why="At a mistake add label times feature to every weight.",
    ),
    Case(
        "one class",
        # By hand: the first example gives (3, 1), and all are right from there.
        "fit([[3], [1], [2]], [1, 1, 1], max_epochs=5)",
        gives=([3], 1, True),
        why="The start at 0 is a mistake for the first example, whatever its label.",
    ),
    Case(
        "no epochs",
        "fit([[1, 2], [2, 1]], [1, -1], max_epochs=0)",
        gives=([0, 0], 0, False),
        why="Nothing was tried: the parameters are 0, and there was no epoch without a mistake.",
    ),
    Case(
        "the input stays as it was",
        "X, y = [[1, 2], [2, 1]], [1, -1]; fit(X, y, 5); (X, y)",
        gives=([[1, 2], [2, 1]], [1, -1]),
        why="Do not append a 1 to the caller's rows; copy them first.",
    ),
)
