from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "counts one tail",
        instead_of="return erfc(",
        writes="return 0.5 * erfc(",
        fails="the example",
    ),
    Mistake(
        "leaves out the second arm",
        instead_of="((first, share), (second, 1 - share))",
        writes="((first, share),)",
        fails="the example",
    ),
    Mistake(
        "forgets the half",
        instead_of="sqrt(chi_squared / 2)",
        writes="sqrt(chi_squared)",
        fails="the example",
    ),
    Mistake(
        "expects half in each arm",
        instead_of="users * planned",
        writes="users / 2",
        fails="nine tenths planned",
    ),
    Mistake(
        "divides by the observed counts",
        instead_of="** 2 / expected",
        writes="** 2 / max(observed, 1)",
        fails="the example",
    ),
    Mistake(
        "subtracts from 1",
        instead_of="""from math import erfc, sqrt
""",
        writes="""from math import erf, sqrt


def erfc(x):
    return 1 - erf(x)
""",
        fails="far beyond chance",
    ),
)
