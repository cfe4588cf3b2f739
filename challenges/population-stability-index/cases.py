from math import log

from challenges.grader import Case

ENTRY = "population_stability_index"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        population_stability_index(
            [1, 2, 6, 9], [3, 7, 8, 9], edges=[5]
        )
        """,
        gives=0.25 * log(3),
        why="The shares are 0.5, 0.5 and 0.25, 0.75; the logarithm is the natural one.",
    ),
    Case(
        "the same shares in a larger sample",
        """
        population_stability_index(
            [1, 9], [1, 2, 3, 4, 7, 7, 8, 9], edges=[5]
        )
        """,
        gives=0.0,
        why="Compare shares, not counts: divide by the size of each sample.",
    ),
    Case(
        "a bin that is empty now",
        """
        population_stability_index(
            [1, 2, 6, 9], [6, 7, 8, 9], edges=[5]
        )
        """,
        gives=(0.125 - 0.5) * log(0.25) + 0.5 * log(2),
        why="The empty bin counts as half a value, a share of 0.5/4; the other bins keep theirs.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a value on an edge",
        """
        population_stability_index(
            [1, 5, 6, 9], [3, 7, 8, 9], edges=[5]
        )
        """,
        gives=0.0,
        why="A value equal to an edge belongs to the bin above it.",
    ),
    Case(
        "values beyond the edges",
        """
        population_stability_index(
            [-100, 15, 25, 25], [0, 12, 18, 1e9], edges=[10, 20]
        )
        """,
        gives=0.5 * log(2),
        why="The first and the last bin have no outer end. Shares 1/4, 1/4, 1/2 became 1/4, 1/2, "
        "1/4.",
    ),
    Case(
        "a bin that was empty before",
        "population_stability_index([1, 1], [1, 1, 1, 9], edges=[5])",
        gives=(0.75 - 1) * log(0.75),  # and (0.25 - 0.5/2) log 1 = 0
        why="Half a value in a sample of two is a share of 0.25: each sample has its own size.",
    ),
    Case(
        "a bin that is empty in both",
        "population_stability_index([1, 1], [1, 1, 1], edges=[5])",
        gives=0.0,
        why="Both samples agree that nothing is there, so the bin adds nothing.",
    ),
    Case(
        "one bin",
        "population_stability_index([1, 2], [3], edges=[])",
        gives=0.0,
        why="Without edges everything is in one bin, and both shares are 1.",
    ),
    Case(
        "no current values",
        "population_stability_index([1, 2], [], edges=[5])",
        raises=ValueError,
        why="An empty sample has no shares.",
    ),
    Case(
        "no reference values",
        "population_stability_index([], [1, 2], edges=[5])",
        raises=ValueError,
        why="Both samples need values, the reference too.",
    ),
)
