from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "keeps the biased variance",
        instead_of="[v * n / (n - 1) for v in var]",
        writes="var",
        fails="the running statistics after it",
    ),
    Mistake(
        "normalizes by the unbiased variance",
        instead_of="return mean, var",
        writes="return mean, unbiased",
        fails="the example",
    ),
    Mistake(
        "weighs the old value by the momentum",
        instead_of="a + self.momentum * (b - a)",
        writes="b + self.momentum * (a - b)",
        fails="the running statistics after it",
    ),
    Mistake(
        "normalizes by the batch in evaluation",
        instead_of="self.learn(x) if training else (self.running_mean, self.running_var)",
        writes="self.learn(x)",
        fails="one row in evaluation",
    ),
    Mistake(
        "adds eps to the standard deviation",
        instead_of="sqrt(v + self.eps)",
        writes="(sqrt(v) + self.eps)",
        fails="one row in evaluation",
    ),
    Mistake(
        "subtracts the squared mean from the mean square",
        instead_of="sum(a * a for a in column) / n for column in zip(*deviations, strict=True)",
        writes="sum(a * a for a in c) / n - (sum(c) / n) ** 2 for c in zip(*x, strict=True)",
        fails="a mean far above the spread",
    ),
    Mistake(
        "accepts a single row",
        instead_of="if n < 2:",
        writes="if n < 1:",
        fails="a training batch of one row",
    ),
    Mistake(
        "forgets gamma in evaluation",
        instead_of="g / sqrt(v + self.eps) for g, v",
        writes="(g if training else 1) / sqrt(v + self.eps) for g, v",
        fails="gamma and beta in evaluation",
    ),
)
