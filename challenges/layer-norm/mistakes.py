from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "divides the squares by d - 1",
        instead_of="for a in deviations) / d + eps",
        writes="for a in deviations) / max(d - 1, 1) + eps",
        fails="the example",
    ),
    Mistake(
        "normalizes columns",
        instead_of="return [normalized(row, gamma, beta, eps) for row in x]",
        writes="""
    columns = [normalized(c, [1] * len(x), [0] * len(x), eps) for c in zip(*x)]
    return [[g * a + b for g, a, b in zip(gamma, row, beta)] for row in zip(*columns)]""",
        fails="the example",
    ),
    Mistake(
        "normalizes by one mean and variance for all rows",
        instead_of="return [normalized(row, gamma, beta, eps) for row in x]",
        writes="""
    d, n = len(gamma), len(x)
    flat = normalized([a for row in x for a in row], gamma * n, beta * n, eps)
    return [flat[i * d : (i + 1) * d] for i in range(n)]""",
        fails="two rows of very different size",
    ),
    Mistake(
        "adds eps to the standard deviation",
        instead_of="sqrt(sum(a * a for a in deviations) / d + eps)",
        writes="sqrt(sum(a * a for a in deviations) / d) + eps",
        fails="eps stands under the root",
    ),
    Mistake(
        "subtracts the squared mean from the mean square",
        instead_of="sum(a * a for a in deviations) / d + eps",
        writes="abs(sum(a * a for a in row) / d - mean**2) + eps",
        fails="a mean far above the spread",
    ),
    Mistake(
        "scales before the mean is subtracted",
        instead_of="deviations = [a - mean for a in row]",
        writes="deviations = [g * a - mean for g, a in zip(gamma, row)]",
        fails="the example",
    ),
)
