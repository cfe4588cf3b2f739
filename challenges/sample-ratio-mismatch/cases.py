from challenges.grader import Case

ENTRY = "sample_ratio_p_value"

# The literals come from scipy.stats.chisquare.
# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "sample_ratio_p_value(60, 40)",
        gives=0.04550026389635857,
        why="The statistic is 10²/50 + 10²/50 = 4, from both arms, and 4 is the square of a z of "
        "2, of which both tails count.",
    ),
    Case(
        "a perfect split",
        "sample_ratio_p_value(7, 7)",
        gives=1.0,
        why="Nothing deviates, so the statistic is 0, and any split is at least as extreme.",
    ),
    Case(
        "nine tenths planned",
        "sample_ratio_p_value(9100, 900, share=0.9)",
        gives=0.0008581206663936955,
        why="Of 10,000 users 9,000 and 1,000 are expected: divide each squared deviation by the "
        "expected count of its own arm.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "1,200 users apart",
        "sample_ratio_p_value(50_600, 49_400)",
        gives=0.00014780231033445398,
        tolerance=1e-9,
        why="The statistic is 600²/50,000, twice: 14.4.",
    ),
    Case(
        "a small share planned",
        "sample_ratio_p_value(4, 8, share=0.25)",
        gives=0.5049850750938457,
        why="Of 12 users, 3 and 9 are expected. The share is that of the first arm.",
    ),
    Case(
        "an odd number of users",
        "sample_ratio_p_value(3, 4)",
        gives=0.7054569861112734,  # scipy.stats.chisquare
        why="Of 7 users, 3.5 are expected in each arm: expected counts are seldom whole, and are "
        "not rounded. The statistic is 0.5²/3.5, twice.",
    ),
    Case(
        "the other arm is the larger one",
        "sample_ratio_p_value(40, 60)",
        gives=0.04550026389635857,
        why="The test has two sides: which arm is too large makes no difference.",
    ),
    Case(
        "an arm that nobody reached",
        "sample_ratio_p_value(10, 0)",
        gives=0.001565402258002549,
        why="An observed 0 is a count like any other; only expected counts are divided by.",
    ),
    Case(
        "far beyond chance",
        "sample_ratio_p_value(52_000, 48_000) * 1e36",
        gives=1.1314837902433038,
        why="The p-value is about 1e-36. 1 - erf(x) loses every digit of such a tail and gives 0; "
        "erfc(x) computes the tail itself.",
    ),
    Case(
        "two billion users",
        "sample_ratio_p_value(1_000_050_000, 999_950_000)",
        gives=0.025347318677468325,
        why="The counts may be large: work with the statistic, not with binomial coefficients.",
    ),
    Case(
        "nobody at all",
        "sample_ratio_p_value(0, 0)",
        raises=ValueError,
        why="Without users there is no split to test.",
    ),
)
