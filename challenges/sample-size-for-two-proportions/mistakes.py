from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "tests one side",
        instead_of="1 - alpha / 2",
        writes="1 - alpha",
        fails="the example",
    ),
    Mistake(
        "counts both arms",
        instead_of="ceil(errors**2",
        writes="ceil(2 * errors**2",
        fails="the example",
    ),
    Mistake(
        "reads the effect as relative",
        instead_of="changed = baseline + effect",
        writes="effect *= baseline; changed = baseline + effect",
        fails="the example",
    ),
    Mistake(
        "doubles the variance of the baseline",
        instead_of="baseline * (1 - baseline) + changed * (1 - changed)",
        writes="2 * baseline * (1 - baseline)",
        fails="the example",
    ),
    Mistake(
        "rounds down",
        instead_of="return ceil(",
        writes="return int(",
        fails="the example",
    ),
    Mistake(
        "rounds to the nearest",
        instead_of="return ceil(",
        writes="return round(",
        fails="one point on top of 20%",
    ),
    Mistake(
        "knows 95% and 80% only",
        instead_of="z(1 - alpha / 2) + z(power)",
        writes="1.959964 + 0.841621",
        fails="a stricter test with more power",
    ),
    Mistake(
        "rounds the quantiles to two decimals",
        instead_of="z(1 - alpha / 2) + z(power)",
        writes="round(z(1 - alpha / 2), 2) + round(z(power), 2)",
        fails="one point on top of 20%",
    ),
    Mistake(
        "lets a proportion exceed 1",
        instead_of="0 < changed < 1",
        writes="0 < changed",
        fails="a proportion that would exceed 1",
    ),
)
