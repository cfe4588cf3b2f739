from challenges.grader import Case

ENTRY = "expected_calibration_error"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "expected_calibration_error([0, 1, 1, 1, 0], [0.1, 0.3, 0.6, 0.8, 1.0], bins=2)",
        gives=0.2,
        why="Two of five examples with a gap of 0.5 - 0.2 and three with a gap of 0.8 - 2/3: "
        "2/5 × 0.3 + 3/5 × 2/15.",
    ),
    Case(
        "a probability on a border",
        "expected_calibration_error([0, 1], [0.5, 0.75], bins=2)",
        gives=0.125,
        why="0.5 belongs to the upper bin, which starts with it: the mean there is 0.625, the "
        "share of ones 0.5.",
    ),
    Case(
        "certain and right",
        "expected_calibration_error([1, 0, 1], [1.0, 0.0, 1.0])",
        gives=0.0,
        why="The last bin includes the probability 1, which has no bin above it.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "calibrated at one probability",
        "expected_calibration_error([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25])",
        gives=0.0,
        why="One of four is 1, as predicted. Compare means of a bin, not each label with its "
        "probability.",
    ),
    Case(
        "errors in both directions within a bin",
        "expected_calibration_error([1, 0], [0.2, 0.8], bins=1)",
        gives=0.0,
        why="With one bin, the mean probability of 0.5 meets the share of ones of 0.5: take the "
        "absolute value of the difference of means, and the probability of the label 1 as it is, "
        "not that of the more likely label.",
    ),
    Case(
        "a small bin with a large gap",
        "expected_calibration_error([1, 0, 1, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.95])",
        gives=0.19,
        why="The bin of the four is perfect, and the one of the last has a gap of 0.95: weigh it "
        "by its share, 1/5.",
    ),
    Case(
        "no gap hides behind another",
        "expected_calibration_error([1, 1, 0, 0], [0.25, 0.25, 0.75, 0.75], bins=2)",
        gives=0.75,
        why="One bin is 0.75 too low and one 0.75 too high; absolute values come before the sum "
        "over bins.",
    ),
    Case(
        "borders of four bins",
        "expected_calibration_error([0, 1, 0, 1], [0.0, 0.25, 0.5, 0.75], bins=4)",
        gives=0.375,  # each in its own bin: (0 + 0.75 + 0.5 + 0.25) / 4
        why="Every probability here starts a bin, so each example has a bin of its own.",
    ),
    Case(
        "no examples",
        "expected_calibration_error([], [])",
        raises=ValueError,
        why="There is no mean over no examples.",
    ),
)
