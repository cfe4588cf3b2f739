from challenges.grader import Case

ENTRY = "average_precision"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "average_precision([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1])",
        gives=5 / 6,
        why="Recall grows at the thresholds 0.9 and 0.7 only, by 1/2 each, where precision is 1 "
        "and 2/3.",
    ),
    Case(
        "a tie at the top",
        "average_precision([0, 1, 1, 0], [0.8, 0.8, 0.6, 0.1])",
        gives=7 / 12,
        why="The threshold 0.8 retrieves two examples at once, at a precision of 1/2, in "
        "whatever order a sort leaves them; at 0.6 it is 2/3. Each adds 1/2 of recall.",
    ),
    Case(
        "no positives",
        "average_precision([0, 0], [0.3, 0.2])",
        raises=ValueError,
        why="Recall divides by the number of positives.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "every positive above every negative",
        "average_precision([0, 1, 0, 1, 1], [-3.5, 2.0, -1.0, 0.5, 7.0])",
        gives=1.0,
        why="Precision is 1 at every threshold that adds recall. Scores may be negative, and "
        "come in any order.",
    ),
    Case(
        "all scores equal",
        "average_precision([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5])",
        gives=0.25,
        why="There is one threshold; it retrieves everything, and precision is the share of "
        "positives.",
    ),
    Case(
        "the only positive comes last",
        "average_precision([0, 0, 0, 0, 1], [5, 4, 3, 2, 1])",
        gives=0.2,
        why="All recall is added at the last threshold, where one of five retrieved examples is "
        "positive. Draw no straight line to that point.",
    ),
    Case(
        "precision rises and falls",
        "average_precision([0, 1, 1, 0, 1, 0], [6, 5, 4, 3, 2, 1])",
        # (1/2 + 2/3 + 3/5) / 3 = (15 + 20 + 18) / 90
        gives=53 / 90,
        why="Take the precision at each threshold as it is: (1/2 + 2/3 + 3/5)/3. The envelope of "
        "an interpolated curve gives more.",
    ),
    Case(
        "two positives in a group of three",
        "average_precision([1, 1, 0, 1, 0], [3, 2, 2, 2, 1])",
        # 1/3 × 1 + 2/3 × 3/4
        gives=5 / 6,
        why="The threshold 2 adds two positives, so its precision of 3/4 counts twice.",
    ),
    Case(
        "scores that are close but differ",
        "average_precision([0, 1, 0, 1], [1e-12, 2e-12, 0.3, 0.1 + 0.2])",
        # From the top: 0.1 + 0.2 (positive), 0.3, 2e-12 (positive), 1e-12: (1 + 2/3) / 2
        gives=5 / 6,
        why="Only equal scores share a threshold: 2e-12 is above 1e-12, and 0.1 + 0.2 is "
        "0.30000000000000004. Do not round scores or take a fixed grid of thresholds.",
    ),
    Case(
        "only positives",
        "average_precision([1, 1, 1], [0.1, 0.2, 0.3])",
        gives=1.0,
        why="Precision can't be anything but 1; negatives are not needed.",
    ),
    Case(
        "no examples",
        "average_precision([], [])",
        raises=ValueError,
        why="Without examples there is no positive, and recall is undefined.",
    ),
    Case(
        "the lists stay as they were",
        "labels, scores = [1, 0, 1], [1, 2, 3]; average_precision(labels, scores); labels, scores",
        gives=([1, 0, 1], [1, 2, 3]),
        why="Sort a copy: sort() on the caller's list separates scores from labels.",
    ),
)
