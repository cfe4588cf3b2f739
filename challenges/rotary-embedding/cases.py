from math import pi  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "rotary_embedding"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "rotary_embedding([[3, 4, 3, 4]], [pi], base=4)",
        gives=[[-3.0, -4.0, -4.0, 3.0]],
        why="The first pair turns by pi, the second by pi / 4 ** (2/4) = pi/2, counterclockwise: "
        "(a, b) becomes (a cos - b sin, a sin + b cos).",
    ),
    Case(
        "position 0",
        "rotary_embedding([[1, 2, 3, 4], [5, 6, 7, 8]], [0, 0])",
        gives=[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]],
        why="All angles are 0, so nothing turns.",
    ),
    Case(
        "position 1",
        "rotary_embedding([[1, 2, 3, 4]], [1])",
        gives=[  # computed with complex numbers in NumPy: (1 + 2j) exp(1j), (3 + 4j) exp(0.01j)
            [-1.1426396637476532, 1.922075596544176, 2.959850667913329, 4.029799501669161]
        ],
        why="The features 0 and 1 are one pair, 2 and 3 the next; the second turns by 1/100.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "two rows, three pairs, far positions",
        """
        x = [[1, 2, 3, 4, 5, 6], [1, 0, 1, 0, 1, 0]]
        rotary_embedding(x, [1000, 7])
        """,
        gives=[
            [
                -1.0913800047733022,
                1.9516376931134083,
                -4.880256652720802,
                -1.0877017070752242,
                -7.762097535318795,
                0.8659340922944859,
            ],
            [
                0.7539022543433046,
                0.6569865987187891,
                0.9476790714399449,
                0.3192246506063149,
                0.9998862832288925,
                0.01508047117005742,
            ],
        ],
        why="Each row turns by its own position, and the divisors are 10000 ** (2i/d) with the "
        "number of features d, not of pairs.",
    ),
    Case(
        "scores depend on the distance alone",
        """
        def score(p, q):
            [a] = rotary_embedding([[1, 2, 3, 4]], [p])
            [b] = rotary_embedding([[-1, 0.5, 2, 1]], [q])
            return sum(x * y for x, y in zip(a, b, strict=True))

        score(5, 3), score(105, 103)
        """,
        gives=(12.1712503, 12.1712503),
        why="Turning query and key by the same further angle must not change their product: use "
        "the same direction and the same angle for both features of a pair.",
    ),
    Case(
        "lengths stay",
        """
        [row] = rotary_embedding([[3.0, 4.0, 0.0, 12.0]], [12345])
        sum(a * a for a in row)
        """,
        gives=169.0,
        why="A rotation keeps the length of every pair. Both new features need the old values of "
        "both: do not overwrite the first before the second is computed.",
    ),
    Case(
        "positions in any order, and between the whole numbers",
        """
        x = [[1, 0], [1, 0], [0, 1]]
        rotary_embedding(x, [pi / 2, 0, -pi / 2])
        """,
        gives=[[0.0, 1.0], [1.0, 0.0], [1.0, 0.0]],
        why="Use the positions that come, not the row numbers: with a cache the first row is not "
        "position 0.",
    ),
    Case(
        "no rows",
        "rotary_embedding([], [])",
        gives=[],
        why="No rows in, no rows out.",
    ),
    Case(
        "an odd number of features",
        "rotary_embedding([[1, 2, 3]], [1])",
        raises=ValueError,
        why="The last feature has no partner; passing it on would hide a wrong head size.",
    ),
    Case(
        "the rows stay as they were",
        "x = [[1.0, 2.0]]; rotary_embedding(x, [3]); x",
        gives=[[1.0, 2.0]],
        why="Build new rows; turning in place would turn cached keys again and again.",
    ),
)
