from math import log  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "multi_head_attention"

X = [[1, 0, 2, -1], [0, 1, 1, 1], [2, -1, 0, 1]]
W_Q = [[1, 0, 0, 1], [0, 1, 1, 0], [0, 0, 1, 0], [1, 0, 0, 1]]
W_K = [[0, 1, 0, 0], [1, 0, 0, 1], [0, 0, 1, 1], [1, 0, 1, 0]]
W_V = [[1, 2, 0, 0], [0, 1, 0, 3], [0, 0, 1, 0], [2, 0, 0, 1]]
W_O = [[1, 0, 1, 0], [0, 2, 0, 0], [0, 0, 1, 1], [-1, 0, 0, 1]]

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        W_q = [[log(3), 0], [0, log(3)]]
        W_k = [[1, 0], [0, 1]]
        W_v = [[4, 0], [0, 4]]
        W_o = [[1, 1], [0, 1]]
        X = [[1, 0], [0, 1]]
        multi_head_attention(X, W_q, W_k, W_v, W_o, heads=2)
        """,
        gives=[[3.0, 5.0], [2.0, 5.0]],
        why="Each head has its own softmax on its own column, scaled by the root of the head's "
        "size, here 1. The joined heads are (3, 2) and (2, 3), before W_o.",
    ),
    Case(
        "causal",
        """
        X = [[2], [4], [9]]
        W_q, W_k, W_v, W_o = [[0]], [[1]], [[1]], [[10]]
        multi_head_attention(X, W_q, W_k, W_v, W_o, 1, causal=True)
        """,
        gives=[[20.0], [30.0], [50.0]],
        why="All queries are 0, so all scores are equal: the means of 2, of 2 and 4, and of all.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "one head of four columns",
        "multi_head_attention(X, W_Q, W_K, W_V, W_O, heads=1)",
        gives=[  # computed with NumPy's einsum, as are the next three
            [0.11941557617085441, 3.271649345702513, 2.7880584423829147, 2.6686428662120605],
            [-1.238265889535534, 2.492032677534654, 2.845094113627611, 4.083360003163145],
            [-1.9753800677100612, 2.0232932647705817, 2.978365069628616, 4.953745137338677],
        ],
        why="With one head it is plain attention on X W_q, X W_k and X W_v, scaled by sqrt(4), "
        "then W_o. Rows are examples: multiply the weights from the right.",
    ),
    Case(
        "two heads of two columns",
        "multi_head_attention(X, W_Q, W_K, W_V, W_O, heads=2)",
        gives=[
            [-0.5339632244012069, 4.0, 2.6666666666666665, 3.2006298910678734],
            [-0.34064170173342134, 4.0, 3.734650018107751, 4.0752917198411724],
            [1.3562826684022875, 2.015604839584892, 3.6722571982379115, 2.315974529835624],
        ],
        why="Head 1 takes the columns 0 and 1, head 2 the columns 2 and 3; scale by sqrt(2), the "
        "root of a head's size. Join the heads in this order.",
    ),
    Case(
        "four heads of one column",
        "multi_head_attention(X, W_Q, W_K, W_V, W_O, heads=4)",
        gives=[
            [1.3333333333333333, 4.0, 2.6666666666666665, 1.3333333333333333],
            [0.6873713422444123, 5.1504207652088825, 3.102360200366991, 2.4149888581225785],
            [0.5047913229213212, 2.849579234791117, 3.00457536908958, 2.4997840461682586],
        ],
        why="heads is the number of heads, not the size of one.",
    ),
    Case(
        "two causal heads",
        "multi_head_attention(X, W_Q, W_K, W_V, W_O, 2, causal=True)",
        gives=[
            [0.0, 4.0, 1.0, 1.0],
            [-1.608859365013914, 2.3911406349860864, 2.608859365013914, 4.217718730027828],
            [1.3562826684022875, 2.015604839584892, 3.6722571982379115, 2.315974529835624],
        ],
        why="Every head hides the future; the last row sees all and is as without the mask.",
    ),
    Case(
        "large scores",
        """
        X, one = [[50.0], [40.0]], [[1]]
        multi_head_attention(X, one, one, one, one, heads=1)
        """,
        gives=[[50.0], [50.0]],
        why="exp(2500) overflows: subtract the largest score of each query in each head.",
    ),
    Case(
        "a large score in the future",
        """
        X, one = [[1.0], [1000.0]], [[1]]
        multi_head_attention(X, one, one, one, one, 1, causal=True)
        """,
        gives=[[1.0], [1000.0]],
        why="Take the largest score of the rows that are seen: relative to the hidden score of "
        "1000 the only one that counts underflows, and 0/0 follows.",
    ),
    Case(
        "heads that do not divide the columns",
        "multi_head_attention(X, W_Q, W_K, W_V, W_O, heads=3)",
        raises=ValueError,
        why="4 columns can't be shared equally by 3 heads; dropping one of them would hide it.",
    ),
    Case(
        "no rows",
        "multi_head_attention([], W_Q, W_K, W_V, W_O, heads=2)",
        gives=[],
        why="No rows in, no rows out: take d from the weights.",
    ),
    Case(
        "the rows stay as they were",
        """
        rows = [[1, 2], [3, 4]]
        one = [[1, 0], [0, 1]]
        multi_head_attention(rows, one, one, one, one, heads=2)
        rows, one
        """,
        gives=([[1, 2], [3, 4]], [[1, 0], [0, 1]]),
        why="A residual connection adds X to the result afterwards.",
    ),
)
