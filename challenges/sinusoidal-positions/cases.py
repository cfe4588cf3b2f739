from challenges.grader import Case

ENTRY = "sinusoidal_positions"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "sinusoidal_positions(2, 4)",
        gives=[
            [0.0, 1.0, 0.0, 1.0],
            [0.8414709848078965, 0.5403023058681398, 0.009999833334166664, 0.9999500004166653],
        ],
        why="Sine and cosine of the angle 1 in the first pair, of 1/100 in the second: the "
        "exponent of 10000 is 2i/d, here 0 and 1/2.",
    ),
    Case(
        "three positions of one pair",
        "sinusoidal_positions(3, 2)",
        gives=[
            [0.0, 1.0],
            [0.8414709848078965, 0.5403023058681398],
            [0.9092974268256817, -0.4161468365471424],
        ],
        why="Positions count from 0, and with d = 2 the only frequency is 1.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "three pairs",
        "sinusoidal_positions(4, 6)[3]",
        gives=[  # computed with NumPy, as is the far position
            0.1411200080598672,
            -0.9899924966004454,
            0.13879810108005056,
            0.990320699135675,
            0.006463259070189646,
            0.9999791129229608,
        ],
        why="Sine and cosine of one pair share a frequency and stand next to each other; the "
        "frequencies are 1, 10000 ** (-2/6) and 10000 ** (-4/6).",
    ),
    Case(
        "a far position",
        "sinusoidal_positions(20_001, 8)[20_000]",
        gives=[
            0.5819847619942949,
            0.8131996906089204,
            0.930039504416137,
            -0.36745954910083134,
            -0.8732972972139946,
            0.4871876750070059,
            0.9129452507276277,
            0.40808206181339196,
        ],
        why="Multiply the position by the frequency in floats; nothing is cut off or wraps around.",
    ),
    Case(
        "the shape",
        """
        rows = sinusoidal_positions(7, 10)
        len(rows), {len(row) for row in rows}
        """,
        gives=(7, {10}),
        why="One row per position, and d numbers in each: d/2 sines and d/2 cosines.",
    ),
    Case(
        "products depend on the distance alone",
        """
        rows = sinusoidal_positions(200, 16)

        def product(p, q):
            pairs = zip(rows[p], rows[q], strict=True)
            return sum(a * b for a, b in pairs)

        product(7, 12), product(150, 155), product(0, 0)
        """,
        gives=(6.137039961448766, 6.137039961448766, 8.0),
        why="sin a sin b + cos a cos b = cos(a - b) needs a sine and a cosine of the same "
        "frequency for every frequency.",
    ),
    Case(
        "no positions",
        "sinusoidal_positions(0, 4)",
        gives=[],
        why="One row per position: none.",
    ),
    Case(
        "an odd number of features",
        "sinusoidal_positions(3, 5)",
        raises=ValueError,
        why="A sine without its cosine breaks the pairs.",
    ),
    Case(
        "no features",
        "sinusoidal_positions(3, 0)",
        raises=ValueError,
        why="0 is even, but rows of nothing encode no position.",
    ),
)
