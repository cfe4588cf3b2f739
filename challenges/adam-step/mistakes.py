from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "leaves the bias correction out",
        instead_of="1 - beta1**t, 1 - beta2**t",
        writes="1, 1",
        fails="the example: the first step",
    ),
    Mistake(
        "corrects as if every step were the first",
        instead_of="1 - beta1**t, 1 - beta2**t",
        writes="1 - beta1, 1 - beta2",
        fails="the second step",
    ),
    Mistake(
        "divides by the mean square",
        instead_of="sqrt(square / share2)",
        writes="square / share2",
        fails="the example: the first step",
    ),
    Mistake(
        "puts eps under the root",
        instead_of="(sqrt(square / share2) + eps)",
        writes="sqrt(square / share2 + eps)",
        fails="eps is added to the root",
    ),
    Mistake(
        "adds eps before the correction",
        instead_of="(sqrt(square / share2) + eps)",
        writes="((sqrt(square) + eps) / sqrt(share2))",
        fails="eps is added to the root",
    ),
    Mistake(
        "keeps the corrected means",
        instead_of="return params, m, v",
        writes="return params, [a / share1 for a in m], [a / share2 for a in v]",
        fails="the example: the first step",
    ),
    Mistake(
        "climbs",
        instead_of="p - lr *",
        writes="p + lr *",
        fails="the example: the first step",
    ),
    Mistake(
        "counts steps from 0",
        instead_of="""    if t < 1:
        raise ValueError("steps count from 1")
""",
        writes="    t += 1\n",
        fails="the example: the first step",
    ),
)
