from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "begins each search in the corner of the input",
        instead_of="max(window, key",
        writes="max([(0, 0), *window], key",
        fails="a window of minus infinity",
    ),
    Mistake(
        "overwrites where windows overlap",
        instead_of="grad_x[row][column] += grad",
        writes="grad_x[row][column] = grad",
        fails="windows that overlap",
    ),
    Mistake(
        "gives every tied input the whole gradient",
        instead_of="""            row, column = place_of_maximum(x, i * stride, j * stride, size)
            grad_x[row][column] += grad""",
        writes="""            row, column = place_of_maximum(x, i * stride, j * stride, size)
            for r in range(i * stride, i * stride + size):
                for c in range(j * stride, j * stride + size):
                    grad_x[r][c] += grad * (x[r][c] == x[row][column])""",
        fails="ties go to the first",
    ),
    Mistake(
        "spreads the gradient over the window",
        instead_of="""            row, column = place_of_maximum(x, i * stride, j * stride, size)
            grad_x[row][column] += grad""",
        writes="""            for r in range(i * stride, i * stride + size):
                for c in range(j * stride, j * stride + size):
                    grad_x[r][c] += grad / size**2""",
        fails="the example",
    ),
    Mistake(
        "takes the last of several maxima",
        instead_of="max(window,",
        writes="max(window[::-1],",
        fails="ties go to the first",
    ),
    Mistake(
        "searches column by column",
        instead_of="for r in range(top, top + size) for c in range(left, left + size)",
        writes="for c in range(left, left + size) for r in range(top, top + size)",
        fails="a tie within one row and between rows",
    ),
    Mistake(
        "steps by the size of a window",
        instead_of="i * stride, j * stride",
        writes="i * size, j * size",
        fails="windows that overlap",
    ),
    Mistake(
        "uses one list for all rows",
        instead_of="[[0.0] * len(row) for row in x]",
        writes="[[0.0] * len(x[0])] * len(x)",
        fails="the example",
    ),
)
