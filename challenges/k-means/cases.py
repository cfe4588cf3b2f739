from challenges.grader import Case

ENTRY = "k_means"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "k_means([[0], [2], [4], [12]], centers=[[0], [2]])",
        gives=([[2], [12]], [0, 0, 0, 1]),
        why="One round is not enough: assign and move in turn until no label changes.",
    ),
    Case(
        "a point halfway goes to the first center",
        "k_means([[0, 0], [2, 0], [4, 0]], centers=[[0, 0], [4, 0]])",
        gives=([[1, 0], [4, 0]], [0, 0, 1]),
        why="The point (2, 0) is as far from one center as from the other: the lower index wins.",
    ),
    Case(
        "a center without points stays",
        "k_means([[1, 1], [3, 3]], centers=[[2, 2], [50, 50]])",
        gives=([[2, 2], [50, 50]], [0, 0]),
        why="The mean of no points is 0/0. Keep the old center, and keep its place in the list.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "an empty cluster gets its points later",
        # By hand: both points go to 5, which moves to 15; then 0 is nearer to -6 than to 15.
        "k_means([[0], [30]], centers=[[5], [-6]])",
        gives=([[30], [0]], [1, 0]),
        why="A center that has no points in one round may win some in the next; do not drop it.",
    ),
    Case(
        "Euclidean distance",
        # By hand: (3, 3) is at 4.24 from the origin and at 5 from (8, 3).
        "k_means([[3, 3]], centers=[[8, 3], [0, 0]])",
        gives=([[8, 3], [3, 3]], [1]),
        why="In absolute differences (8, 3) would be nearer; sum the squared differences.",
    ),
    Case(
        "two groups in the plane",
        """
        points = [[1, 2], [1, 4], [1, 0], [10, 2], [10, 4], [10, 0]]
        k_means(points, centers=[[1, 0], [1, 4]])
        """,
        # The first round gives 0, 1, 0, 0, 1, 0: the ties of (1, 2) and (10, 2) go to index 0.
        gives=([[5.5, 1], [5.5, 4]], [0, 1, 0, 0, 1, 0]),
        why="Lloyd's algorithm stops at a local minimum, here a poor one; do not replace the "
        "centers that were given.",
    ),
    Case(
        "many rounds of small moves",
        # In exact fractions: 105 rounds that change a label, and no tie in any of them.
        """
        points = [[i * (i + 1000) / 2**40] for i in range(220)]
        _, labels = k_means(points, centers=points[:12])
        [labels.count(k) for k in range(12)]
        """,
        gives=[13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 22, 23],
        why="Only a round that changes no label is the last: a limit on the rounds or on the moves "
        "of the centers stops too early.",
    ),
    Case(
        "two equal centers",
        "k_means([[1], [2], [3]], centers=[[0], [0]])",
        gives=([[2], [0]], [0, 0, 0]),
        why="Every point is a tie and goes to index 0; the second center stays where it was.",
    ),
    Case(
        "one center",
        "k_means([[1.5, -2], [2.5, 0], [2, 5]], centers=[[100, 100]])",
        gives=([[2, 1]], [0, 0, 0]),
        why="A single center ends at the mean of all points.",
    ),
    Case(
        "no points",
        "k_means([], centers=[[1, 2], [3, 4]])",
        gives=([[1, 2], [3, 4]], []),
        why="Nothing is assigned and nothing moves.",
    ),
    Case(
        "the input stays as it was",
        """
        points, centers = [[0], [2], [4], [12]], [[0], [2]]
        k_means(points, centers)
        points, centers
        """,
        gives=([[0], [2], [4], [12]], [[0], [2]]),
        why="Build new lists of centers; the caller may want to start again from the same ones.",
    ),
)
