from challenges.grader import Case

ENTRY = "fit"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "one step of the example",
        "fit([[1], [3]], [2, 4], rate=0.1, steps=1)",
        gives=([1.4], 0.6),
        why="From 0 the errors are -2 and -4. Mind the sign, the factor 2 and the division by n.",
    ),
    Case(
        "two steps of the example",
        "fit([[1], [3]], [2, 4], rate=0.1, steps=2)",
        gives=([1.16], 0.52),
        why="Compute all errors before you change anything: weights and intercept move at once.",
    ),
    Case(
        "many steps",
        "fit([[1], [3]], [2, 4], rate=0.1, steps=1500)",
        gives=([1], 1),
        why="The line through both points is y = x + 1; descent ends there if the gradient is "
        "right.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "no steps",
        "fit([[1, 2], [3, 4]], [5, 6], rate=0.1, steps=0)",
        gives=([0, 0], 0),
        why="Everything starts at 0; nothing has moved yet.",
    ),
    Case(
        "two features",
        # NumPy: A = [[1, 2, 1], [3, 0, 1], [2, 2, 1]], y = [3, 3, 6];
        # v = 0; twice: v -= 0.05 * 2 / 3 * A.T @ (A @ v - y)
        "fit([[1, 2], [3, 0], [2, 2]], [3, 3, 6], rate=0.05, steps=2)",
        gives=([77 / 75, 62 / 75], 0.52),
        why="The gradient of a weight is 2/n times the sum of error times that feature.",
    ),
    Case(
        "one feature is always zero",
        "fit([[0, 1], [0, 3]], [2, 4], rate=0.1, steps=1)",
        gives=([0, 1.4], 0.6),
        why="The gradient of a feature that is always 0 is 0: its weight stays.",
    ),
    Case(
        "a rate that is too large",
        # By hand: the intercept goes 0, 4, -8, 28; its errors -1, 3, -9, 27 grow threefold.
        "fit([[0], [0]], [1, 1], rate=2, steps=20)",
        gives=([0], 1 - 3**20),
        why="Past a limit each step overshoots by more than before. Take the steps as they come; "
        "do not clip, normalize or stop.",
    ),
    Case(
        "the same data twice",
        "fit([[1], [3], [1], [3]], [2, 4, 2, 4], rate=0.1, steps=2)",
        gives=([1.16], 0.52),
        why="The mean over the examples does not change if each comes twice; a sum does.",
    ),
    Case(
        "the input stays as it was",
        "X, y = [[1, 2], [3, 4]], [5, 6]; fit(X, y, 0.01, 3); (X, y)",
        gives=([[1, 2], [3, 4]], [5, 6]),
        why="Do not append a column of ones to the caller's rows; copy them first.",
    ),
)
