from challenges.grader import Case

ENTRY = "predict"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        X = [[1, 2], [4, 5], [1, 0], [2, 1]]
        y = ["cat", "cat", "dog", "dog"]
        predict(X, y, query=[1, 1.5], k=3)
        """,
        gives="dog",
        why="The single nearest example is a cat, but two of the three nearest are dogs.",
    ),
    Case(
        "a tie of votes",
        """
        X = [[5], [1], [2], [3]]
        predict(X, ["b", "b", "a", "a"], query=[0], k=4)
        """,
        gives="b",
        why="Two votes each: the nearest example, at distance 1, is a b, so b wins. The other "
        "distances do not count.",
    ),
    Case(
        "a tie of distances",
        """
        X = [[1, 0], [0, 1], [-1, 0]]
        predict(X, ["z", "a", "a"], query=[0, 0], k=1)
        """,
        gives="z",
        why="All three are at distance 1: the one that comes first in X counts as nearer. "
        "Pairs (distance, label) would be sorted by label here.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a tie of distances at the last place",
        """
        X = [[5], [-2], [1], [2]]
        predict(X, ["c", "b", "a", "a"], query=[0], k=2)
        """,
        # By hand: 1 is nearest; -2 and 2 tie for second, -2 comes first; a and b tie, a is nearer.
        gives="a",
        why="Exactly k examples vote; after the tie, one a and one b, the nearer label wins.",
    ),
    Case(
        "only k examples vote",
        """
        X = [[1], [2], [-2], [9]]
        predict(X, ["a", "b", "c", "b"], query=[0], k=3)
        """,
        gives="a",
        why="Three examples vote, one for each label. The fourth is too far away to help b.",
    ),
    Case(
        "a k greater than the number of examples",
        'predict([[0], [5], [6]], ["a", "b", "b"], query=[0], k=10)',
        gives="b",
        why="All examples vote; nothing is missing and nothing fails.",
    ),
    Case(
        "Euclidean distance",
        # By hand: (3, 3) is at 4.24 and (5, 0) at 5; in absolute differences 6 and 5.
        'predict([[5, 0], [3, 3]], ["far", "near"], [0, 0], k=1)',
        gives="near",
        why="Sum the squared differences; the sum of absolute differences ranks them otherwise.",
    ),
    Case(
        "labels that cannot be compared",
        'predict([[1], [1], [2]], [None, "a", 3], query=[1], k=2)',
        gives=None,
        why="Order examples by distance alone: comparing labels raises TypeError or picks one.",
    ),
    Case(
        "the input stays as it was",
        """
        X, y = [[3], [1], [2]], ["c", "a", "b"]
        predict(X, y, query=[0], k=2)
        X, y
        """,
        gives=([[3], [1], [2]], ["c", "a", "b"]),
        why="Sort a copy, or indices: the caller's lists belong to the caller.",
    ),
    Case(
        "no training examples",
        "predict([], [], query=[1, 2], k=1)",
        raises=ValueError,
        why="Nobody votes; max of nothing raises the ValueError by itself.",
    ),
)
