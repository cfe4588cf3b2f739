from math import log

from challenges.grader import Case

ENTRY = "log_loss"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "log_loss([0, 2], [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]])",
        gives=1.5 * log(2),  # (ln 2 + ln 4) / 2 = 1.0397…
        why="The true classes got 1/2 and 1/4. Take the mean of ln 2 and ln 4.",
    ),
    Case(
        "certain and wrong",
        "log_loss([1], [[1.0, 0.0]])",
        gives=15 * log(10),  # 34.5387…
        why="The logarithm of 0 does not exist; 1e-15 stands for it.",
    ),
    Case(
        "a label that is no class",
        "log_loss([3], [[0.2, 0.3, 0.5]])",
        raises=ValueError,
        why="Three classes have the numbers 0, 1 and 2.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "certain and right",
        "log_loss([0, 1], [[1.0, 0.0], [0.0, 1.0]])",
        gives=0.0,
        why="Only the probability of the true class counts, and -ln 1 is 0.",
    ),
    Case(
        "four classes, no idea",
        "log_loss([3, 0, 1], [[0.25] * 4, [0.25] * 4, [0.25] * 4])",
        gives=log(4),  # 1.3862…
        why="Every example costs ln 4, so the mean is ln 4; the number of classes or of examples "
        "does not come in again.",
    ),
    Case(
        "a small probability above the limit",
        "log_loss([0], [[1e-8, 1 - 1e-8]])",
        gives=8 * log(10),  # 18.4206…
        why="1e-8 is above 1e-15 and must not be clipped.",
    ),
    Case(
        "a probability at the limit",
        "log_loss([0, 0], [[1e-15, 1.0], [1e-20, 1.0]])",
        gives=15 * log(10),
        why="Replace what is below 1e-15 by 1e-15. Adding 1e-15 to every probability gives "
        "something else.",
    ),
    Case(
        "a row that does not add up to 1",
        "log_loss([0], [[0.5, 0.25]])",
        gives=log(2),  # 0.6931…
        why="Take the probability as it is, 0.5; dividing by the sum of the row gives 2/3.",
    ),
    Case(
        "the label -1",
        "log_loss([0, -1], [[0.5, 0.5], [0.5, 0.5]])",
        raises=ValueError,
        why="Index -1 is the last class in Python, so a label that marks a missing answer would "
        "be scored silently.",
    ),
    Case(
        "fewer rows than labels",
        "log_loss([0, 1, 1], [[0.5, 0.5], [0.5, 0.5]])",
        raises=ValueError,
        why="zip() stops silently at the end of the shorter list.",
    ),
    Case(
        "more rows than labels",
        "log_loss([0], [[0.5, 0.5], [0.5, 0.5]])",
        raises=ValueError,
        why="A loop over the labels never sees the last row: compare the lengths.",
    ),
    Case(
        "no examples",
        "log_loss([], [])",
        raises=ValueError,
        why="There is no mean over no examples.",
    ),
)
