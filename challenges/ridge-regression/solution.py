def fit(X, y, l2):
    """Ridge regression: the weights and the intercept that minimize the penalized squared error."""
    columns = [list(column) for column in zip(*X, strict=True)]
    means, mean_y = [mean(column) for column in columns], mean(y)
    Z = [[value - m for value in column] for column, m in zip(columns, means, strict=True)]
    r = [target - mean_y for target in y]

    A = [[dot(a, b) + (l2 if i == j else 0) for j, b in enumerate(Z)] for i, a in enumerate(Z)]
    weights = solve(A, [dot(a, r) for a in Z])
    return weights, mean_y - dot(weights, means)


def solve(A, b):
    """The x with A x = b, by Gaussian elimination, for a positive definite A."""
    rows = [[*row, value] for row, value in zip(A, b, strict=True)]
    n = len(rows)
    for i in range(n):
        if rows[i][i] == 0:
            raise ValueError("the equations have no unique solution")
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [low - factor * high for low, high in zip(rows[k], rows[i], strict=True)]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - dot(rows[i][:n], x)) / rows[i][i]  # x is 0 up to i
    return x


def mean(values):
    return sum(values) / len(values)


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
