from challenges.grader import Case

ENTRY = "users_per_arm"

# The numbers before rounding up are in comments; they come from scipy.stats.norm.
# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "users_per_arm(0.5, 0.1)",
        gives=385,  # 384.6
        why="(1.960 + 0.842)² × (0.25 + 0.24) / 0.01, for one arm, rounded up.",
    ),
    Case(
        "one point on top of 20%",
        "users_per_arm(0.2, 0.01)",
        gives=25_580,  # 25,579.499
        why="The effect is absolute: 0.20 becomes 0.21, not 0.202. Round up, always: 25,579 users "
        "have a little too little power.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a drop",
        "users_per_arm(0.1, -0.02)",
        gives=3211,  # 3,210.2
        why="0.10 becomes 0.08, whose variance is smaller than that of 0.12.",
    ),
    Case(
        "a rise of the same size",
        "users_per_arm(0.1, 0.02)",
        gives=3839,  # 3,838.1
        why="Each arm has its own variance: 0.1 × 0.9 and 0.12 × 0.88.",
    ),
    Case(
        "a stricter test with more power",
        "users_per_arm(0.1, 0.02, alpha=0.01, power=0.9)",
        gives=7277,  # 7,276.02
        why="The test is two-sided, so each tail gets half of alpha; and power is 1 − β, so its "
        "quantile is that of 0.9.",
    ),
    Case(
        "a large effect",
        "users_per_arm(0.3, 0.3, power=0.9)",
        gives=53,  # 52.5
        why="The variances differ: 0.3 × 0.7 and 0.6 × 0.4.",
    ),
    Case(
        "a rare event",
        "users_per_arm(0.001, 0.0002)",
        gives=431_210,  # 431,209.6
        why="Nothing is special about small proportions; keep the quantiles at full precision, "
        "not as 1.96 and 0.84.",
    ),
    Case(
        "no effect",
        "users_per_arm(0.1, 0.0)",
        raises=ValueError,
        why="No number of users detects a difference of zero.",
    ),
    Case(
        "a proportion that would exceed 1",
        "users_per_arm(0.9, 0.2)",
        raises=ValueError,
        why="0.9 + 0.2 is no proportion; its variance would come out negative.",
    ),
    Case(
        "a drop to exactly 0",
        "users_per_arm(0.1, -0.1)",
        raises=ValueError,
        why="0.1 - 0.1 is 0, which is not strictly between 0 and 1: look at both ends.",
    ),
    Case(
        "a baseline of 0",
        "users_per_arm(0.0, 0.1)",
        raises=ValueError,
        why="Both proportions have to lie strictly between 0 and 1, the baseline too.",
    ),
)
