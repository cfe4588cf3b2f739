from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not transpose the weights",
        instead_of="grad_y[k][j] * W[i][j] for j in range(m)",
        writes="grad_y[k][j] * W[j][i] for j in range(d)",
        fails="the example",
    ),
    Mistake(
        "transposes the weights' gradient",
        instead_of="for j in range(m)] for i in range(d)]\n    grad_b",
        writes="for i in range(d)] for j in range(m)]\n    grad_b",
        fails="the example",
    ),
    Mistake(
        "divides the bias gradient by the rows",
        instead_of="for k in range(n)) for j in range(m)]\n    grad_x",
        writes="for k in range(n)) / n for j in range(m)]\n    grad_x",
        fails="the example",
    ),
    Mistake(
        "takes the number of outputs from the gradient",
        instead_of="len(W[0])",
        writes="len(grad_y[0])",
        fails="an empty batch",
    ),
)
