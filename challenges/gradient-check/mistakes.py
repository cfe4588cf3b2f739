from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "steps to one side only",
        instead_of="f(moved(x, i, -h))) / (2 * h)",
        writes="f(x)) / h",
        fails="the example",
    ),
    Mistake(
        "divides by h",
        instead_of="/ (2 * h)",
        writes="/ h",
        fails="the example",
    ),
    Mistake(
        "moves all numbers at once",
        instead_of="[*x[:i], x[i] + step, *x[i + 1 :]]",
        writes="[a + step for a in x]",
        fails="two variables",
    ),
    Mistake(
        "puts the number back by arithmetic",
        instead_of="for i in range(len(x))]",
        writes="for i in range(len(x))]\n    x[:] = [(a + h) - 2 * h + h for a in x]",
        fails="the point stays as it was, to the last digit",
    ),
    Mistake(
        "compares absolute values",
        instead_of="abs(claimed - found)",
        writes="abs(abs(claimed) - abs(found))",
        fails="a wrong sign",
    ),
    Mistake(
        "takes the relative error of tiny numbers",
        instead_of="max(1, abs(claimed), abs(found))",
        writes="max(1e-12, abs(claimed), abs(found))",
        fails="tiny derivatives",
    ),
    Mistake(
        "lets max pass over NaN",
        instead_of="any(map(isnan, errors))",
        writes="False",
        fails="a gradient that is not a number",
    ),
    Mistake(
        "lets zip stop early",
        instead_of=", strict=True",
        writes="",
        fails="a gradient that forgets a number",
    ),
    Mistake(
        "lets the step grow with the number",
        instead_of="(f(moved(x, i, h)) - f(moved(x, i, -h))) / (2 * h) for i in range(len(x))]",
        writes="(f(moved(x, i, s)) - f(moved(x, i, -s))) / (2 * s)\n"
        "        for i in range(len(x)) for s in [h * max(1, abs(x[i]))]]",
        fails="the step is h at a large number, too",
    ),
    Mistake(
        "looks for NaN in the claim alone",
        instead_of="map(isnan, errors)",
        writes="map(isnan, gradient(list(x)))",
        fails="a function that is not a number beside the point",
    ),
)
