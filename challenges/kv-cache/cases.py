from math import log  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "KVCache"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        cache = KVCache()
        cache.append([0.0, 0.0, 0.0, 0.0], [4.0, 0.0])
        first = cache.attend([1.0, 0.0, 0.0, 0.0])
        cache.append([2 * log(3), 0.0, 0.0, 0.0], [0.0, 8.0])
        [first, cache.attend([1.0, 0.0, 0.0, 0.0])]
        """,
        gives=[[4.0, 0.0], [1.0, 6.0]],
        why="A single token gets all the weight. Of two, the scores are 0 and 2 ln 3 / 2 = ln 3, "
        "so the weights are 1/4 and 3/4.",
    ),
    Case(
        "an empty cache",
        "KVCache().attend([1.0, 2.0])",
        raises=ValueError,
        why="There is nothing to attend to; max([]) raises the ValueError by itself.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "token by token as in full attention",
        """
        queries = [[1, 1, 0], [0, 2, 1], [1, -1, 1], [2, 0, 1]]
        keys = [[1, 0, 2], [0, 1, -1], [2, 1, 0], [-1, 3, 1]]
        values = [[1, 2], [3, -1], [0, 4], [-2, 1]]
        cache = KVCache()
        outputs = []
        for query, key, value in zip(queries, keys, values):
            cache.append(key, value)
            outputs.append(cache.attend(query))
        outputs
        """,
        gives=[  # full attention with a causal mask, by NumPy
            [1.0, 2.0],
            [1.71908505, 0.92137243],
            [0.85145783, 2.33775593],
            [0.5, 2.84156283],
        ],
        why="Each query attends to its own token and all before it, with scores divided by the "
        "square root of the length of the query, here of 3.",
    ),
    Case(
        "large scores",
        """
        cache = KVCache()
        cache.append([3000.0], [1.0])
        cache.append([3000.0], [5.0])
        cache.append([-3000.0], [9.0])
        cache.attend([1.0])
        """,
        gives=[3.0],
        why="exp(3000) overflows: subtract the largest score before you exponentiate.",
    ),
    Case(
        "very negative scores",
        """
        cache = KVCache()
        cache.append([3000.0], [1.0])
        cache.append([3000.0], [5.0])
        cache.attend([-1.0])
        """,
        gives=[3.0],
        why="If all exponentials underflow, their sum is 0: subtract the largest score, even if "
        "it is negative.",
    ),
    Case(
        "the caller uses its lists again",
        """
        cache = KVCache()
        key, value = [0.0], [1.0, 2.0]
        cache.append(key, value)
        key[0], value[0] = log(3), 5.0
        cache.append(key, value)
        key[0], value[0] = 100.0, 100.0
        cache.attend([1.0])
        """,
        gives=[4.0, 2.0],  # the weights 1/4 and 3/4: (1 + 3 × 5)/4 = 4
        why="Store copies of both, the key and the value: the past must not change when the caller "
        "writes into its lists.",
    ),
    Case(
        "to attend changes nothing",
        """
        cache = KVCache()
        cache.append([0.0, 0.0, 0.0, 0.0], [4.0])
        cache.append([log(3), 0.0, 0.0, 0.0], [8.0])
        query = [2.0, 0.0, 0.0, 0.0]
        before = cache.attend(query)
        cache.attend([5.0, 0.0, 0.0, 0.0])
        [before, cache.attend(query), query]
        """,
        gives=[[7.0], [7.0], [2.0, 0.0, 0.0, 0.0]],  # weights 1/4 and 3/4
        why="The cache grows by append alone, and a query is not kept. Scale the scores, or a copy "
        "of the query: the list belongs to the caller.",
    ),
    Case(
        "two sequences",
        """
        one, other = KVCache(), KVCache()
        one.append([1.0], [1.0])
        other.append([1.0], [5.0])
        [one.attend([1.0]), other.attend([1.0])]
        """,
        gives=[[1.0], [5.0]],
        why="Make the lists in __init__; a list of the class belongs to all caches together.",
    ),
    Case(
        "2,000 tokens",
        """
        cache = KVCache()
        for position in range(2_000):
            cache.append([0.0], [float(position)])
        cache.attend([1.0])
        """,
        gives=[999.5],
        why="Equal scores give the mean of all values. To append is a small step, however many "
        "tokens there are.",
    ),
)
