from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "turns clockwise",
        instead_of="angle = position",
        writes="angle = -position",
        fails="the example",
    ),
    Mistake(
        "pairs a feature with the one half the row away",
        instead_of="""        a, b = row[i], row[i + 1]
        angle = position * base ** (-i / d)
        result += [a * cos(angle) - b * sin(angle), a * sin(angle) + b * cos(angle)]
    return result""",
        writes="""        a, b = row[i // 2], row[i // 2 + d // 2]
        angle = position * base ** (-i / d)
        result += [a * cos(angle) - b * sin(angle), a * sin(angle) + b * cos(angle)]
    return result[0::2] + result[1::2]""",
        fails="the example",
    ),
    Mistake(
        "divides the exponent by the number of pairs",
        instead_of="-i / d",
        writes="-2 * i / d",
        fails="the example",
    ),
    Mistake(
        "uses the new first feature for the second",
        instead_of="result += [a * cos(angle) - b * sin(angle), a",
        writes="result += [a := a * cos(angle) - b * sin(angle), a",
        fails="the example",
    ),
    Mistake(
        "takes the row number for the position",
        instead_of="zip(x, positions, strict=True)",
        writes="zip(x, range(len(x)))",
        fails="the example",
    ),
    Mistake(
        "always uses the base 10000",
        instead_of="base ** (-i / d)",
        writes="10000 ** (-i / d)",
        fails="the example",
    ),
    Mistake(
        "passes a last feature on",
        instead_of='raise ValueError("the features can\'t be paired: d is odd")',
        writes="row = [*row, 0.0]",
        fails="an odd number of features",
    ),
)
