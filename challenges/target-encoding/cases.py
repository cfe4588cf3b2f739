from challenges.grader import Case

ENTRY = "target_encode"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        categories = ["a", "a", "b", "b"]
        targets    = [ 1,   0,   1,   1 ]
        folds      = [ 0,   1,   0,   1 ]
        target_encode(categories, targets, folds, smoothing=1)
        """,
        gives=[0.25, 1.0, 0.75, 1.0],
        why="The rows of fold 0 learn from fold 1: the mean there is 0.5, and one row of `a` with "
        "target 0 gives (0 + 1 × 0.5)/(1 + 1).",
    ),
    Case(
        "a row's own target",
        """
        categories, folds = ["a", "a", "b", "b"], [0, 1, 0, 1]
        one = target_encode(categories, [1, 0, 1, 1], folds, smoothing=1)
        other = target_encode(categories, [9, 0, 1, 1], folds, smoothing=1)
        one[0], other[0]
        """,
        gives=(0.25, 0.25),
        why="If a row's own target changes its encoding, the target leaks, be it through the mean "
        "of the category or through the overall mean.",
    ),
    Case(
        "one fold",
        'target_encode(["a", "b"], [1, 0], [0, 0], smoothing=1)',
        raises=ValueError,
        why="The other folds have no rows.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a category that the other folds do not know",
        'target_encode(["a", "b", "b"], [5.0, 1.0, 3.0], [0, 1, 1], smoothing=0)',
        gives=[2.0, 5.0, 5.0],
        why="Without smoothing the formula is 0/0 there: use the overall mean of the other folds.",
    ),
    Case(
        "no smoothing",
        """
        categories = ["a", "a", "a", "b", "a", "b"]
        target_encode(categories, [1, 0, 1, 1, 0, 0], [0, 0, 1, 1, 1, 0], smoothing=0)
        """,
        gives=[0.5, 0.5, 0.5, 0.0, 0.5, 1.0],
        why="With a smoothing of 0 it is the plain mean of the category in the other folds.",
    ),
    Case(
        "three folds, named by letters",
        """
        categories = ["a", "a", "a", "b", "b", "a"]
        targets    = [ 4,   1,   1,   2,   6,   1 ]
        target_encode(categories, targets, ["x", "y", "z", "y", "z", "z"], smoothing=2)
        """,
        # x learns from y and z: prior 11/5, a has 3 rows with sum 3: (3 + 22/5) / 5 = 1.48
        # y learns from x and z: prior 3, a 3 rows, sum 6: 12/5; b 1 row, sum 6: 12/3
        # z learns from x and y: prior 7/3, a 2 rows, sum 5: (29/3) / 4; b 1 row, sum 2: (20/3) / 3
        gives=[1.48, 2.4, 29 / 12, 4.0, 20 / 9, 29 / 12],
        why="A row learns from both other folds, and so does its overall mean. Folds may have any "
        "names and sizes.",
    ),
    Case(
        "leave one out",
        'target_encode(["a", "a", "a"], [1, 1, 0], [0, 1, 2], smoothing=0)',
        gives=[0.5, 0.5, 1.0],
        why="With a fold per row each row learns from all the others.",
    ),
    Case(
        "strong smoothing",
        'target_encode(["a", "b", "a", "b"], [0, 1, 0, 1], [0, 0, 1, 1], smoothing=1e12)',
        gives=[0.5, 0.5, 0.5, 0.5],
        why="The overall mean counts for so many rows that the categories no longer matter.",
    ),
    Case(
        "no rows",
        "target_encode([], [], [], smoothing=1)",
        raises=ValueError,
        why="Without rows there are no two folds.",
    ),
    Case(
        "the lists stay as they were",
        """
        categories, targets, folds = ["b", "a"], [1, 0], [1, 0]
        target_encode(categories, targets, folds, smoothing=1)
        categories, targets, folds
        """,
        gives=(["b", "a"], [1, 0], [1, 0]),
        why="The encodings are a new list; the model still needs the targets.",
    ),
)
