from challenges.grader import Case

ENTRY = "layer_norm"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        gamma, beta = [1, 1, 2, 2], [0, 0, 10, 10]
        layer_norm([[1, 5, 1, 5]], gamma, beta, eps=0.0)
        """,
        gives=[[-1, 1, 8, 12]],
        why="Mean 3, variance 16/4 = 4: the row becomes -1, 1, -1, 1, and then each feature has "
        "its own scale and shift.",
    ),
    Case(
        "two rows of very different size",
        "layer_norm([[1, 3], [1000, 2000]], [1, 1], [0, 0], eps=0.0)",
        gives=[[-1, 1], [-1, 1]],
        why="Each row has its own mean and variance; nothing is averaged over the rows.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a row does not depend on the others",
        """
        x = [[2, 4, 9], [5, 6, 0]]
        layer_norm(x, [1, 1, 1], [0, 0, 0], eps=0.0)[0]
        """,
        gives=[-1.0190493307301363, -0.3396831102433788, 1.3587324409735149],  # over sqrt(26/3)
        why="Batch normalization works down the columns; layer normalization along each row.",
    ),
    Case(
        "eps stands under the root",
        "layer_norm([[-1, 1]], [1, 1], [0, 0], eps=3.0)",
        gives=[[-0.5, 0.5]],
        why="Divide by sqrt(variance + eps) = sqrt(1 + 3) = 2.",
    ),
    Case(
        "three features",
        "layer_norm([[0, 0, 1]], [1, 1, 1], [0, 0, 0], eps=0.0)",
        gives=[[-0.7071067811865476, -0.7071067811865476, 1.4142135623730951]],
        why="The mean is 1/3 and the variance (1/9 + 1/9 + 4/9)/3 = 2/9: the denominator is d, "
        "not d - 1.",
    ),
    Case(
        "equal features",
        "layer_norm([[5, 5, 5]], [2, 2, 2], [1, 0, -1])",
        gives=[[1, 0, -1]],
        why="The variance is 0, and eps keeps the division possible: beta is what remains.",
    ),
    Case(
        "one feature",
        "layer_norm([[42.0]], [3.0], [0.5])",
        gives=[[0.5]],
        why="A single number is its own mean, so only beta is left.",
    ),
    Case(
        "a mean far above the spread",
        "layer_norm([[1e9 - 1, 1e9 + 1]], [1, 1], [0, 0], eps=0.0)",
        gives=[[-1, 1]],
        why="The mean of the squares less the square of the mean cancels all digits: subtract the "
        "mean first, then square.",
    ),
    Case(
        "no rows",
        "layer_norm([], [1, 1], [0, 0])",
        gives=[],
        why="Each row stands alone, so no rows in means no rows out.",
    ),
    Case(
        "the rows stay as they were",
        "x = [[1, 3]]; layer_norm(x, [1, 1], [0, 0]); x",
        gives=[[1, 3]],
        why="A residual connection adds x to what comes later: build new rows.",
    ),
)
