from challenges.grader import Case

ENTRY = "LoRALinear"

# --8<-- [start:visible]
W = [[1.0, 0.0], [0.0, 1.0]]
A = [[1.0, 0.0], [0.0, 2.0]]
B = [[2.0, 0.0], [4.0, 2.0]]

VISIBLE = (
    Case(
        "the example",
        "LoRALinear(W, A, B, alpha=1).forward([1.0, 1.0])",
        gives=[2.0, 5.0],
        why="W x = (1, 1). A x = (1, 2), B (A x) = (2, 8), times alpha/r = 1/2: (1, 4).",
    ),
    Case(
        "the merged weight",
        """
        weight = [[1.0, 0.0], [0.0, 1.0]]
        layer = LoRALinear(weight, A, B, alpha=1)
        layer.merge()
        [layer.weight, weight]
        """,
        gives=[[[2.0, 0.0], [2.0, 3.0]], [[1.0, 0.0], [0.0, 1.0]]],
        why="Row i, column j of B A is the sum over k of B[i][k] A[k][j]. The matrix that was "
        "passed must stay as it was: make a new one.",
    ),
    Case(
        "the merged layer",
        """
        layer = LoRALinear(W, A, B, alpha=1)
        layer.merge()
        layer.forward([1.0, 1.0])
        """,
        gives=[2.0, 5.0],
        why="Merging must not change the output: the adapter counts once, in the weight or beside "
        "it.",
    ),
)
# --8<-- [end:visible]

WIDE = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]  # from 3 inputs to 2 outputs
DOWN = [[1.0, 0.0, -1.0]]  # rank 1
UP = [[2.0], [-1.0]]

HIDDEN = (
    Case(
        "more inputs than outputs, rank 1",
        """
        layer = LoRALinear(WIDE, DOWN, UP, alpha=4)
        outputs = [layer.forward([1.0, 1.0, 0.0])]
        layer.merge()
        [*outputs, layer.forward([1.0, 1.0, 0.0]), layer.weight]
        """,
        gives=[[11.0, 5.0], [11.0, 5.0], [[9.0, 2.0, -5.0], [0.0, 5.0, 10.0]]],
        why="The weight has a row for each output and a column for each input; r is the number of "
        "rows of A, here 1, so the scale is 4.",
    ),
    Case(
        "merge and unmerge",
        """
        layer = LoRALinear(WIDE, DOWN, UP, alpha=4)
        layer.merge()
        layer.unmerge()
        [layer.weight, layer.forward([1.0, 1.0, 0.0])]
        """,
        gives=[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [11.0, 5.0]],
        why="Unmerge gives the old weight back and leaves the adapter at work beside it.",
    ),
    Case(
        "merge twice",
        """
        layer = LoRALinear(W, A, B, alpha=1)
        layer.merge()
        layer.merge()
        merged = [list(row) for row in layer.weight]
        layer.unmerge()
        [merged, layer.weight]
        """,
        gives=[[[2.0, 0.0], [2.0, 3.0]], [[1.0, 0.0], [0.0, 1.0]]],
        why="Remember whether the adapter is in, not how often it was asked for: the second merge "
        "does nothing, so one unmerge takes it out.",
    ),
    Case(
        "unmerge what is not merged",
        """
        layer = LoRALinear(W, A, B, alpha=1)
        layer.unmerge()
        [layer.weight, layer.forward([1.0, 1.0])]
        """,
        gives=[[[1.0, 0.0], [0.0, 1.0]], [2.0, 5.0]],
        why="Nothing was added, so there is nothing to take out.",
    ),
    Case(
        "two adapters on one weight",
        """
        shared = [[1.0, 0.0], [0.0, 1.0]]
        one = LoRALinear(shared, A, B, alpha=1)
        down, up = [[1.0, 1.0]], [[1.0], [1.0]]
        other = LoRALinear(shared, down, up, alpha=1)
        one.merge()
        [shared, other.forward([1.0, 0.0])]
        """,
        gives=[[[1.0, 0.0], [0.0, 1.0]], [2.0, 1.0]],
        why="Many adapters may share one base weight: never write into the matrix that was passed.",
    ),
    Case(
        "a new adapter, with B = 0",
        """
        layer = LoRALinear(WIDE, DOWN, [[0.0], [0.0]], alpha=16)
        outputs = [layer.forward([1.0, 0.0, 2.0])]
        layer.merge()
        [*outputs, layer.forward([1.0, 0.0, 2.0])]
        """,
        gives=[[7.0, 16.0], [7.0, 16.0]],
        why="Training starts at B = 0, where the layer is the old one.",
    ),
    Case(
        "merged, unmerged, merged",
        """
        layer = LoRALinear(W, A, B, alpha=1)
        for _ in range(3):
            layer.merge()
            layer.unmerge()
        layer.merge()
        [layer.weight, layer.forward([1.0, 1.0])]
        """,
        gives=[[[2.0, 0.0], [2.0, 3.0]], [2.0, 5.0]],
        why="A layer can be switched any number of times.",
    ),
)
