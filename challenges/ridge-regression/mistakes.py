from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not center",
        instead_of="[value - m for value in column]",
        writes="[value for value in column]",
        fails="the example",
    ),
    Mistake(
        "penalizes the intercept",
        instead_of="    columns = [list(column) for column in zip(*X, strict=True)]\n"
        "    means, mean_y = [mean(column) for column in columns], mean(y)\n",
        writes="    X = [[*row, 1.0] for row in X]\n"
        "    columns = [list(column) for column in zip(*X, strict=True)]\n"
        "    means, mean_y = [0.0] * len(columns), 0.0\n",
        fails="the example",
    ),
    Mistake(
        "adds the penalty everywhere",
        instead_of="(l2 if i == j else 0)",
        writes="l2",
        fails="two features",
    ),
    Mistake(
        "multiplies the penalty by n",
        instead_of="(l2 if i == j else 0)",
        writes="(l2 * len(y) if i == j else 0)",
        fails="the example",
    ),
    Mistake(
        "takes the mean of the targets for the intercept",
        instead_of="mean_y - dot(weights, means)",
        writes="mean_y",
        fails="the example",
    ),
    Mistake(
        "eliminates with the rows of the start",
        instead_of="rows[k] = [low - factor * high for low, high in "
        "zip(rows[k], rows[i], strict=True)]",
        writes="rows[k] = [\n"
        "                low - factor * high for low, high in zip(rows[k], [*A[i], b[i]])\n"
        "            ]",
        fails="three features",
    ),
    Mistake(
        "takes a small pivot for 0",
        instead_of="if rows[i][i] == 0:",
        writes="if abs(rows[i][i]) < 1e-9:",
        fails="a feature in small units",
    ),
    Mistake(
        "exchanges rows without their right-hand sides",
        instead_of="        if rows[i][i] == 0:",
        writes="        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))\n"
        "        rows[i][:n], rows[pivot][:n] = rows[pivot][:n], rows[i][:n]\n"
        "        if rows[i][i] == 0:",
        fails="a feature in small units",
    ),
    Mistake(
        "divides by a pivot of 0",
        instead_of="if rows[i][i] == 0:",
        writes="if False:",
        fails="no unique solution",
    ),
)
