from challenges.grader import Case

ENTRY = "isotonic"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "isotonic([3, 5, 3, 0, 6])",
        gives=[2.75, 2.75, 2.75, 2.75, 6],
        why="After pooling, look back: the new mean may be below the block before it.",
    ),
    Case(
        "weights",
        "isotonic([3, 1], weights=[1, 3])",
        gives=[1.5, 1.5],
        why="A block takes the weighted mean of its members: (1 · 3 + 3 · 1)/4.",
    ),
    Case(
        "already in order",
        "isotonic([1, 2, 2, 5])",
        gives=[1, 2, 2, 5],
        why="Nothing is out of order, so nothing changes; equal neighbors are allowed.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "falling all the way",
        "isotonic([5, 4, 3, 2, 1])",
        gives=[3, 3, 3, 3, 3],
        why="Every block is pooled with the next: the mean of all numbers is left.",
    ),
    Case(
        "one outlier above",
        # By hand: (9 + 1 + 2 + 3)/4 = 3.75.
        "isotonic([0, 9, 1, 2, 3, 8])",
        gives=[0, 3.75, 3.75, 3.75, 3.75, 8],
        why="The running maximum would give 9 five times; least squares shares the error.",
    ),
    Case(
        "blocks with weights",
        # SciPy: optimize.isotonic_regression; by hand: 5/2 and 11/2.
        """
        weights = [0.5, 0.5, 1, 0.5, 0.5, 1.5, 0.5]
        isotonic([1, 4, 3, 0, 7, 5, 6], weights)
        """,
        gives=[1, 2.5, 2.5, 2.5, 5.5, 5.5, 6],
        why="A pooled block has the sum of the weights of its members; carry it along. Weights "
        "need not be whole numbers.",
    ),
    Case(
        "labels in the order of their scores",
        # SciPy: optimize.isotonic_regression
        "isotonic([0, 1, 0, 1, 1, 0, 1, 1])",
        gives=[0, 0.5, 0.5, 2 / 3, 2 / 3, 2 / 3, 1, 1],
        why="Each block has the share of ones in it: this is how scores are calibrated.",
    ),
    Case(
        "negative numbers",
        # SciPy: optimize.isotonic_regression
        "isotonic([0, -1, 2.5, -4, -4, 3, 3, 2.5])",
        gives=[-1.3, -1.3, -1.3, -1.3, -1.3, 17 / 6, 17 / 6, 17 / 6],
        why="One low number can pull several blocks before it together.",
    ),
    Case(
        "one number",
        "isotonic([7], weights=[0.5])",
        gives=[7],
        why="A single number is in order, whatever its weight.",
    ),
    Case(
        "no numbers",
        "isotonic([])",
        gives=[],
        why="The result has as many numbers as y.",
    ),
    Case(
        "the input stays as it was",
        """
        y, weights = [3, 1, 2], [1, 1, 2]
        isotonic(y, weights)
        y, weights
        """,
        gives=([3, 1, 2], [1, 1, 2]),
        why="Build the blocks in a list of your own.",
    ),
)
