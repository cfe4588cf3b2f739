from math import inf  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "max_pool_backward"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        x = [[1, 5, 2, 0], [3, 4, 8, 7], [6, 0, 1, 2], [0, 9, 3, 1]]
        grad_y = [[10, 20], [30, 40]]
        max_pool_backward(x, grad_y, size=2, stride=2)
        """,
        gives=[[0, 10, 0, 0], [0, 0, 20, 0], [0, 0, 0, 0], [0, 30, 40, 0]],
        why="Each window hands its whole gradient to its largest input, here 5, 8, 9 and 3; the "
        "others get 0.",
    ),
    Case(
        "windows that overlap",
        """
        x = [[0, 1, 0], [2, 9, 3], [0, 4, 0]]
        grad_y = [[1, 10], [100, 1000]]
        max_pool_backward(x, grad_y, size=2, stride=1)
        """,
        gives=[[0, 0, 0], [0, 1111, 0], [0, 0, 0]],
        why="9 is the maximum of all four windows, so their gradients add up.",
    ),
    Case(
        "ties go to the first",
        "max_pool_backward([[7, 7], [7, 7]], [[4]], size=2, stride=2)",
        gives=[[4, 0], [0, 0]],
        why="Of several equal maxima the first one gets all, counted row by row; giving each of "
        "them the whole gradient would make it four times as large.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "negative inputs",
        """
        x = [[-5, -2], [-3, -4]]
        max_pool_backward(x, [[1.5]], size=2, stride=2)
        """,
        gives=[[0, 1.5], [0, 0]],
        why="A search for the maximum that starts from 0 finds nothing here.",
    ),
    Case(
        "a window of minus infinity",
        """
        x = [[4, 7, -inf, -inf], [5, 6, -inf, -inf]]
        max_pool_backward(x, [[1, 2]], size=2, stride=2)
        """,
        gives=[[0, 1, 2, 0], [0, 0, 0, 0]],
        why="All four are equal, so the first of them gets it: begin the search with the window's "
        "own first place, not with 0, with a place outside or with none.",
    ),
    Case(
        "a tie within one row and between rows",
        """
        x = [[1, 3, 3], [3, 0, 2], [0, 0, 0]]
        max_pool_backward(x, [[5]], size=3, stride=3)
        """,
        gives=[[0, 5, 0], [0, 0, 0], [0, 0, 0]],
        why="Row by row, the 3 in the first row comes before the one in the second, although that "
        "stands further left.",
    ),
    Case(
        "inputs that no window reaches",
        """
        x = [[1, 2, 99], [3, 4, 99], [99, 99, 99]]
        max_pool_backward(x, [[6]], size=2, stride=2)
        """,
        gives=[[0, 0, 0], [0, 6, 0], [0, 0, 0]],
        why="The last row and column fill no window; their gradient is 0, and the shape of the "
        "result is that of x.",
    ),
    Case(
        "gaps between the windows",
        """
        x = [[1, 2, 9, 4, 3]]
        max_pool_backward(x, [[7, 8]], size=1, stride=3)
        """,
        gives=[[7, 0, 0, 8, 0]],
        why="Windows start at multiples of the stride, not of the size.",
    ),
    Case(
        "a high input",
        """
        x = [[1, 0], [2, 3], [5, 4], [6, 6]]
        max_pool_backward(x, [[1], [2]], size=2, stride=2)
        """,
        gives=[[0, 0], [0, 1], [0, 0], [2, 0]],
        why="Rows and columns have separate sizes.",
    ),
    Case(
        "the arguments stay as they were",
        """
        x, grad_y = [[1, 2]], [[3, 4]]
        max_pool_backward(x, grad_y, size=1, stride=1)
        x, grad_y
        """,
        gives=([[1, 2]], [[3, 4]]),
        why="Build a new matrix for the result, with a list of its own for each row.",
    ),
)
