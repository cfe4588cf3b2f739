from challenges.grader import Case

ENTRY = "time_series_split"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "time_series_split(8, folds=2, test_size=2, gap=1)",
        gives=[([0, 1, 2], [4, 5]), ([0, 1, 2, 3, 4], [6, 7])],
        why="The last four positions are tested, two by two; of what comes before, the last one "
        "is left out.",
    ),
    Case(
        "no gap",
        "time_series_split(5, folds=3, test_size=1)",
        gives=[([0, 1], [2]), ([0, 1, 2], [3]), ([0, 1, 2, 3], [4])],
        why="Without a gap the training part ends right before the test part, and it grows from "
        "fold to fold.",
    ),
    Case(
        "too few positions",
        "time_series_split(6, folds=3, test_size=2)",
        raises=ValueError,
        why="All six positions would be tested, so the first fold would have nothing to train on.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "positions left over at the start",
        "time_series_split(11, folds=2, test_size=3)",
        gives=[
            ([0, 1, 2, 3, 4], [5, 6, 7]),
            ([0, 1, 2, 3, 4, 5, 6, 7], [8, 9, 10]),
        ],
        why="Count the test parts from the end, so that the newest position is tested and what "
        "does not fit goes to the first training part.",
    ),
    Case(
        "a gap longer than a test part",
        "time_series_split(10, folds=3, test_size=1, gap=3)",
        gives=[([0, 1, 2, 3], [7]), ([0, 1, 2, 3, 4], [8]), ([0, 1, 2, 3, 4, 5], [9])],
        why="The gap takes from the training part only: test parts follow each other without one.",
    ),
    Case(
        "one position to train on",
        "time_series_split(5, folds=1, test_size=2, gap=2)",
        gives=[([0], [3, 4])],
        why="One position before the gap is enough.",
    ),
    Case(
        "a gap that leaves nothing to train on",
        "time_series_split(5, folds=1, test_size=2, gap=3)",
        raises=ValueError,
        why="Three positions come before the test part, and the gap takes them all.",
    ),
    Case(
        "a gap that reaches beyond the first position",
        "time_series_split(6, folds=1, test_size=2, gap=5)",
        raises=ValueError,
        why="range() and slices accept negative ends silently; compare with the first position "
        "before you cut.",
    ),
    Case(
        "more to test than there is",
        "time_series_split(4, folds=3, test_size=2)",
        raises=ValueError,
        why="The first test part would start before the first position.",
    ),
)
