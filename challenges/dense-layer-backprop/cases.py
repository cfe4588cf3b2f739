from challenges.grader import Case

ENTRY = "dense_backward"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        x = [[1, 2], [3, 4]]
        W = [[1, 0, 2], [-1, 3, 1]]
        grad_y = [[1, 0, -1], [2, 1, 0]]
        dense_backward(x, W, grad_y)
        """,
        gives=([[7, 3, -1], [10, 4, -2]], [3, 1, -1], [[-1, -2], [2, 1]]),
        why="grad_W adds up input times output gradient over the rows, grad_b adds up the output "
        "gradients, and grad_x sends each of them back through the weights.",
    ),
    Case(
        "a square layer",
        """
        x = [[1, 2], [0, 1]]
        W = [[1, 2], [3, 4]]
        grad_y = [[1, 0], [0, 1]]
        dense_backward(x, W, grad_y)
        """,
        gives=([[1, 0], [2, 1]], [1, 1], [[1, 3], [2, 4]]),
        why="With square matrices a forgotten or superfluous transpose does not crash: grad_W is "
        "x transposed times grad_y, grad_x is grad_y times W transposed.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "one row of one number",
        "dense_backward([[3.0]], [[0.5]], [[-2.0]])",
        gives=([[-6.0]], [-2.0], [[-1.0]]),
        why="With single numbers, y = 0.5 x + b: the derivatives by w, b and x are x, 1 and w, "
        "each times -2.",
    ),
    Case(
        "many inputs, one output",
        """
        x, W = [[1, 2, 3], [4, 5, 6]], [[1], [10], [100]]
        dense_backward(x, W, [[1], [-1]])
        """,
        gives=([[-3], [-3], [-3]], [0], [[1, 10, 100], [-1, -10, -100]]),
        why="Each gradient has the shape of what it is the gradient of: grad_W has 3 rows of 1.",
    ),
    Case(
        "one input, many outputs",
        """
        x, W = [[2], [5]], [[1, -1, 4]]
        dense_backward(x, W, [[1, 1, 1], [0, 2, 0]])
        """,
        gives=([[2, 12, 2]], [1, 3, 1], [[4], [-2]]),
        why="An input reaches every output, so its gradient adds up over all of them.",
    ),
    Case(
        "the same row twice",
        """
        x, W = [[1, 2], [1, 2]], [[1, 0], [0, 1]]
        dense_backward(x, W, [[3, 5], [3, 5]])
        """,
        gives=([[6, 10], [12, 20]], [6, 10], [[3, 5], [3, 5]]),
        why="The rows add up; a mean over the batch, if there is one, is already in grad_y.",
    ),
    Case(
        "an empty batch",
        "dense_backward([], [[1, 2, 3], [4, 5, 6]], [])",
        gives=([[0, 0, 0], [0, 0, 0]], [0, 0, 0], []),
        why="No example pulls at the parameters: zeros in the shapes of W and b. Take the shapes "
        "from W; zip(*[]) has none.",
    ),
    Case(
        "the arguments stay as they were",
        """
        x, W, grad_y = [[1, 2]], [[3], [4]], [[5]]
        dense_backward(x, W, grad_y)
        x, W, grad_y
        """,
        gives=([[1, 2]], [[3], [4]], [[5]]),
        why="This function only computes; the optimizer changes the weights later.",
    ),
)
