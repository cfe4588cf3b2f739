from challenges.grader import Mistake

STABLE = "max(-z, 0.0) + log1p(exp(-abs(z)))"

MISTAKES = (
    Mistake(
        "takes the logarithm of the sigmoid",
        instead_of=STABLE,
        writes="-__import__('math').log(1 / (1 + exp(-z)))",
        fails="a margin of -1000",
    ),
    Mistake(
        "is stable for positive margins only",
        instead_of=STABLE,
        writes="log1p(exp(-z))",
        fails="a margin of -1000",
    ),
    Mistake(
        "is stable for negative margins only",
        instead_of=STABLE,
        writes="log1p(exp(z)) - z",
        fails="a margin of 1000",
    ),
    Mistake(
        "adds 1 before the logarithm",
        instead_of="log1p(exp(-abs(z)))",
        writes="__import__('math').log(1 + exp(-abs(z)))",
        fails="a margin of 40",
    ),
    Mistake(
        "adds up the losses",
        instead_of="return mean(",
        writes="return sum(",
        fails="the example",
    ),
    Mistake(
        "leaves out the reference",
        instead_of="((pc - rc) - (pr - rr))",
        writes="(pc - pr)",
        fails="the example",
    ),
    Mistake(
        "prefers the rejected answer",
        instead_of="((pc - rc) - (pr - rr))",
        writes="((pr - rr) - (pc - rc))",
        fails="the example",
    ),
    Mistake(
        "takes the loss of the mean margin",
        instead_of="mean(map(minus_log_sigmoid, margins))",
        writes="minus_log_sigmoid(mean(margins))",
        fails="the example",
    ),
)
