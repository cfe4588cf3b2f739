from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "subtracts the past itself",
        instead_of="theta = products / squares if squares else 0.0",
        writes="theta = 1.0",
        fails="the example",
    ),
    Mistake(
        "divides by the variance during the experiment",
        instead_of="squares = sum((before - mean_before) ** 2 for before, _ in everyone)",
        writes="squares = sum((during - mean_during) ** 2 for _, during in everyone)",
        fails="the example",
    ),
    Mistake(
        "divides by zero when the past does not vary",
        instead_of="products / squares if squares else 0.0",
        writes="products / squares",
        fails="the same past for everybody",
    ),
    Mistake(
        "estimates theta from the control group",
        instead_of="everyone = [*control, *treated]",
        writes="everyone = control",
        fails="the example",
    ),
    Mistake(
        "takes the variance of a population",
        instead_of="variance(adjusted(group))",
        writes="variance(adjusted(group)) * (len(group) - 1) / len(group)",
        fails="the example",
    ),
    Mistake(
        "pools the variances whatever the sizes",
        instead_of="variance(adjusted(group)) / len(group)",
        writes="variance(adjusted(group)) / (len(everyone) / 2)",
        fails="groups of different sizes",
    ),
    Mistake(
        "computes moments without the means subtracted",
        instead_of="squares = sum((before - mean_before) ** 2 for before, _ in everyone)",
        writes="squares = sum(x * x for x, _ in everyone) - len(everyone) * mean_before**2",
        fails="a past with a large offset",
    ),
)
