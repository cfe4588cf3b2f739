from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "forgets the factor 2 of the weights",
        instead_of="weight - rate * 2 / n",
        writes="weight - rate / n",
        fails="one step of the example",
    ),
    Mistake(
        "climbs instead of descending",
        instead_of="weight - rate * 2 / n",
        writes="weight + rate * 2 / n",
        fails="one step of the example",
    ),
    Mistake(
        "lets the weights see the new intercept",
        instead_of="        weights = [\n",
        writes="        errors = [\n"
        "            dot(weights, x) + intercept - target for x, target in zip(X, y)\n"
        "        ]\n"
        "        weights = [\n",
        fails="one step of the example",
    ),
    Mistake(
        "sums where it should average",
        instead_of="intercept -= rate * 2 / n * sum(errors)",
        writes="intercept -= rate * sum(errors)",  # right by chance for two examples
        fails="two features",
    ),
    Mistake(
        "clips the errors",
        instead_of="dot(weights, x) + intercept - target for",
        writes="max(-100, min(100, dot(weights, x) + intercept - target)) for",
        fails="a rate that is too large",
    ),
    Mistake(
        "leaves the intercept at 0",
        instead_of="        intercept -= rate * 2 / n * sum(errors)\n",
        writes="",
        fails="one step of the example",
    ),
)
