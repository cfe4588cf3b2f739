from math import log  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "attention"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        Q = [[2, 0, 0, 0]]
        K = [[log(3), 0, 0, 0], [0, 0, 0, 0]]
        V = [[4, 0], [0, 8]]
        attention(Q, K, V)
        """,
        gives=[[3.0, 2.0]],
        why="The scores are divided by sqrt(4) = 2, which gives ln(3) and 0: weights 3/4 and 1/4.",
    ),
    Case(
        "causal",
        """
        Q = K = [[0], [0], [0]]
        attention(Q, K, [[0], [6], [12]], causal=True)
        """,
        gives=[[0.0], [3.0], [6.0]],
        why="All scores are equal, so query i gets the mean of the values 0 to i, its own "
        "position included.",
    ),
    Case(
        "a query that may look at nothing",
        """
        mask = [[True, False], [False, False]]
        attention([[1], [1]], [[5], [7]], [[2], [4]], mask)
        """,
        gives=[[2.0], [0.0]],
        why="A softmax over nothing is 0/0. Filling with -1e9 hides that: it gives the mean of "
        "the values that were to be hidden.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "large scores",
        "attention([[1000.0]], [[1000.0], [999.0]], [[1], [2]])",
        gives=[[1.0]],
        why="exp(1000000) overflows: subtract the largest score of the query first.",
    ),
    Case(
        "a masked score that is larger than all others",
        """
        Q, K, V = [[1e5]], [[1e5], [-1e5], [-1e5]], [[7], [1], [3]]
        attention(Q, K, V, mask=[[False, True, True]])
        """,
        gives=[[2.0]],
        why="Take the largest score after masking: relative to a masked score of 1e10 all others "
        "underflow, and a finite penalty may be too small.",
    ),
    Case(
        "one query, three keys, values of another width",
        """
        K = [[1, 2], [3, 4], [5, 6]]
        V = [[3, 0, 0], [0, 6, 0], [0, 0, 9]]
        attention([[0, 0]], K, V)
        """,
        gives=[[1.0, 2.0, 3.0]],
        why="There is one output row per query, as wide as the values; d is the width of a query.",
    ),
    Case(
        "each query has its own weights",
        "attention([[log(3)], [-log(3)]], [[1], [0]], [[4], [8]])",
        gives=[[5.0], [7.0]],
        why="The softmax runs along the keys, for each query; weights 3/4, 1/4 and 1/4, 3/4.",
    ),
    Case(
        "every feature counts in a score",
        """
        Q = [[2, 1, 1, -1], [-2, -1, -1, 1]]
        K = [[log(3), log(3), 0, log(3)], [1, -1, 1, 2]]
        attention(Q, K, [[4], [8]])
        """,
        gives=[[5.0], [7.0]],
        why="The products of all features add up to 2 ln(3) and 0 for the first query, to minus "
        "these for the second; divided by sqrt(4), the weights are 3/4, 1/4 and 1/4, 3/4.",
    ),
    Case(
        "mask and causal together",
        """
        Q = K = [[0], [0], [0]]
        mask = [
            [True, True, True],
            [False, True, True],
            [True, False, True],
        ]
        attention(Q, K, [[2], [4], [8]], mask, causal=True)
        """,
        gives=[[2.0], [4.0], [5.0]],
        why="A key counts only if both allow it: the keys 0, then 1, then 0 and 2.",
    ),
    Case(
        "the causal mask hides the only key that is allowed",
        """
        K, V = [[1], [1]], [[5, 6], [7, 8]]
        attention([[1]], K, V, [[False, True]], causal=True)
        """,
        gives=[[0.0, 0.0]],
        why="Nothing is left for this query, so it gets zeros, as many as a value has numbers.",
    ),
    Case(
        "causal with more keys than queries",
        """
        Q, K, V = [[0], [0]], [[0], [0], [0]], [[0], [6], [99]]
        attention(Q, K, V, causal=True)
        """,
        gives=[[0.0], [3.0]],
        why="As stated, query i sees the keys 0 to i, however many keys follow.",
    ),
    Case(
        "causal with more queries than keys",
        """
        Q, K, V = [[0], [0], [0]], [[0], [0]], [[2], [6]]
        attention(Q, K, V, causal=True)
        """,
        gives=[[2.0], [4.0], [4.0]],
        why="Query 2 may look at the keys 0 to 2; there are only 0 and 1, so it sees both.",
    ),
    Case(
        "the future does not leak",
        """
        Q = [[1], [1], [1]]
        K, V = [[1], [2], [3]], [[10], [20], [30]]
        before = attention(Q, K, V, causal=True)
        K[2], V[2] = [-50], [-999]
        after = attention(Q, K, V, causal=True)
        before[:2] == after[:2]
        """,
        gives=True,
        why="What stands at position 2 must not change the outputs 0 and 1 at all, so mask before "
        "the softmax: its sum must not contain hidden scores.",
    ),
    Case(
        "the mask stays as it was",
        """
        Q = K = [[0], [0]]
        mask = [[True, True], [True, True]]
        attention(Q, K, [[2], [6]], mask, causal=True)
        mask
        """,
        gives=[[True, True], [True, True]],
        why="Combine the causal mask with the other one in a new list, or ask for both where you "
        "choose the keys: the next layer gets the same mask.",
    ),
    Case(
        "no queries",
        "attention([], [[1]], [[1]])",
        gives=[],
        why="One row per query: none.",
    ),
)
