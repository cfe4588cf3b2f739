from challenges.grader import Case

ENTRY = "permutation_test"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "permutation_test([1, 2], [3, 5])",
        gives=1 / 3,
        why="Two of the six splits differ by 2.5 or more: the one observed and its mirror image.",
    ),
    Case(
        "one value against four",
        "permutation_test([5], [1, 2, 3, 4])",
        gives=0.4,
        why="5 alone and 1 alone both differ from the rest by 2.5: the test is two-sided.",
    ),
    Case(
        "no difference at all",
        "permutation_test([2, 2], [2, 2])",
        gives=1.0,
        why="Every split is as extreme as the one observed, because ties count.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "equal values in a sample",
        "permutation_test([2, 2], [1, 1])",
        gives=1 / 3,
        why="Equal values are still different observations: there are six splits, not three, "
        "and in two of them the means differ by 1.",
    ),
    Case(
        "ties that rounding would hide",
        "permutation_test([0.5, 0.5, 0.5], [0.9, 0.7, 0.5])",
        gives=0.4,
        why="By hand 8 of the 20 splits differ by 0.2 or more. In floating point some of these "
        "come out a little below it: allow for a tiny error when you compare.",
    ),
    Case(
        "as extreme on one side only",
        "permutation_test([10], [1, 2, 3, 4])",
        gives=0.2,
        why="10 alone differs by 7.5 from the rest, and no other value alone by more than 3.75. "
        "Compare absolute differences; do not double the share of one side.",
    ),
    Case(
        "samples of tiny values",
        "permutation_test([1e-7, 2e-7], [3e-7, 5e-7])",
        gives=1 / 3,
        why="The example, in another unit: these differences are more than 1e-9 apart and no ties. "
        "Rounding to six decimals would make them all 0.",
    ),
    Case(
        "two samples of eight",
        """
        a = [12, 15, 9, 20, 17, 14, 18, 11]
        b = [8, 10, 7, 13, 16, 6, 5, 4]
        permutation_test(a, b)
        """,
        gives=188 / 12870,  # scipy.stats.permutation_test over all splits
        why="There are 12,870 splits of 16 values into 8 and 8. Count splits, not the "
        "16! orders of the values, and count all of them.",
    ),
    Case(
        "the samples exchanged",
        "permutation_test([1, 2, 3, 4], [5])",
        gives=0.4,
        why="The samples may have different sizes, and swapping them changes nothing.",
    ),
    Case(
        "the inputs stay as they were",
        "a, b = [3, 1], [2, 4]; permutation_test(a, b); (a, b)",
        gives=([3, 1], [2, 4]),
        why="Pool the values in a new list.",
    ),
    Case(
        "an empty sample",
        "permutation_test([1, 2], [])",
        raises=ValueError,
        why="An empty sample has no mean, so there is no difference to test.",
    ),
)
