from challenges.grader import Case

ENTRY = "fit"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "fit([[3], [0], [1], [0]], [1, 0, 0, 0], rate=2, steps=1)",
        gives=([0.5], -0.5),
        why="From 0 every probability is 1/2, so the errors are -1/2, 1/2, 1/2, 1/2. The gradient "
        "is the mean of error times feature; there is no factor 2.",
    ),
    Case(
        "a penalty",
        # By hand: w = 0.5 after one step, then 0.5 + (1 - sigmoid(0.5)) - 0.5 * 0.5.
        "fit([[1], [-1]], [1, 0], rate=1, steps=2, l2=0.5)",
        gives=([0.6275406688], 0),
        why="The penalty l2/2 times the squared weights adds l2 times the weight to its gradient.",
    ),
    Case(
        "large scores",
        "fit([[1000], [-1000]], [1, 0], rate=1, steps=3)",
        gives=([500], 0),
        why="After one step the scores are 500000 and -500000: exp of the one or of the other "
        "overflows. Choose the form of the sigmoid by the sign of the score.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "the penalty spares the intercept",
        # By hand: 0.5 after one step, then 0.5 + (1 - sigmoid(0.5)).
        "fit([[0], [0]], [1, 1], rate=1, steps=2, l2=1)",
        gives=([0], 0.8775406688),
        why="The penalty is on the weights alone; the intercept follows the log loss.",
    ),
    Case(
        "the same data twice",
        """
        X, y = [[1], [-1], [1], [-1]], [1, 0, 1, 0]
        fit(X, y, rate=1, steps=2, l2=0.5)
        """,
        gives=([0.6275406688], 0),
        why="The loss is a mean, and the penalty does not depend on the number of examples.",
    ),
    Case(
        "at the minimum",
        # SciPy: the root of the gradient; scikit-learn: LogisticRegression(C=1 / (6 * 0.5)).
        """
        X = [[0, 1], [1, 0], [2, 1], [3, 3], [1, 4], [4, 1]]
        fit(X, [0, 0, 0, 1, 1, 1], rate=0.4, steps=1000, l2=0.5)
        """,
        gives=([0.4438613, 0.5269284], -1.7040371),
        why="Many small steps end where the gradient is 0. Look at the sign and the size of each "
        "part of the gradient.",
    ),
    Case(
        "separable classes without a penalty",
        # By hand: the weight is 10 after one step, and the errors are less than 0.0001 from there.
        """
        X, y = [[-1], [1]], [0, 1]
        after = [fit(X, y, 20, steps)[0][0] for steps in (1, 10, 100)]
        10 == after[0] < after[1] < after[2]
        """,
        gives=True,
        why="A larger weight fits separable classes better, so it grows with every step, however "
        "small the gradient is; do not stop early.",
    ),
    Case(
        "no steps",
        "fit([[1, 2], [3, 4]], [0, 1], rate=1, steps=0, l2=1)",
        gives=([0, 0], 0),
        why="Everything starts at 0; nothing has moved yet.",
    ),
    Case(
        "the input stays as it was",
        "X, y = [[1, 2], [3, 4]], [0, 1]; fit(X, y, 0.1, 3); (X, y)",
        gives=([[1, 2], [3, 4]], [0, 1]),
        why="Do not append a column of ones to the caller's rows; copy them first.",
    ),
)
