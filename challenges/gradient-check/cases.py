from math import cos, exp, nan, sin  # noqa: F401 (the calls use them)

from challenges.grader import Case

ENTRY = "gradient_check"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        cube = lambda x: x[0] ** 3
        claimed = lambda x: [3 * x[0] ** 2]
        gradient_check(cube, claimed, [1.0], h=0.1)
        """,
        gives=([3.01], 0.01 / 3.01),
        why="(1.1 ** 3 - 0.9 ** 3) / 0.2 = 3.01: step to both sides and divide by 2h.",
    ),
    Case(
        "two variables",
        """
        product = lambda x: x[0] * x[1]
        claimed = lambda x: [x[1], x[0]]
        gradient_check(product, claimed, [0.5, 8.0], h=0.25)
        """,
        gives=([8.0, 0.5], 0.0),
        why="Move one number at a time, and put it back before the next one.",
    ),
    Case(
        "a wrong gradient",
        """
        square = lambda x: x[0] ** 2
        gradient_check(square, lambda x: [x[0]], [3.0], h=0.5)
        """,
        gives=([6.0], 0.5),
        why="Claimed 3, found 6: the error is 3 / max(1, 3, 6).",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a wrong sign",
        """
        f = lambda x: 2 * x[0]
        gradient_check(f, lambda x: [-2.0], [0.0], h=0.5)
        """,
        gives=([2.0], 2.0),
        why="Take the absolute value of the difference, not the difference of absolute values.",
    ),
    Case(
        "tiny derivatives",
        """
        f = lambda x: x[0] / 1024
        gradient_check(f, lambda x: [0.0], [0.0], h=0.5)
        """,
        gives=([0.0009765625], 0.0009765625),
        why="Below 1 the error is absolute: the denominator is at least 1.",
    ),
    Case(
        "the step is h at a large number, too",
        """
        cube = lambda x: x[0] ** 3
        claimed = lambda x: [3 * x[0] ** 2]
        gradient_check(cube, claimed, [10.0], h=0.5)
        """,
        gives=([300.25], 0.25 / 300.25),  # 3 * 10 ** 2 + 0.5 ** 2
        why="As stated, x moves by h, whatever its size; the central difference of a cube is off "
        "by the square of the step.",
    ),
    Case(
        "the largest error wins",
        """
        f = lambda x: x[0] + 2 * x[1] + 4 * x[2]
        claimed = lambda x: [1.0, 4.0, 5.0]
        gradient_check(f, claimed, [0.0, 0.0, 0.0], h=0.5)
        """,
        gives=([1.0, 2.0, 4.0], 0.5),
        why="One wrong derivative is enough: take the maximum, neither the mean nor the last one.",
    ),
    Case(
        "the default step",
        """
        f = lambda x: exp(x[0]) * sin(x[1])
        claimed = lambda x: [f(x), exp(x[0]) * cos(x[1])]
        numeric, error = gradient_check(f, claimed, [1.0, 1.0])
        error < 1e-6
        """,
        gives=True,
        why="With h = 1e-5 a central difference of a smooth function is right to about ten digits.",
    ),
    Case(
        "a kink",
        """
        f = lambda x: abs(x[0])
        gradient_check(f, lambda x: [1.0], [0.0], h=0.5)
        """,
        gives=([0.0], 1.0),
        why="The central difference of |x| at 0 is 0, the mean of both slopes; a step to the "
        "right alone would agree with the claim.",
    ),
    Case(
        "a gradient that is not a number",
        """
        f = lambda x: x[0] + x[1]
        gradient_check(f, lambda x: [1.0, nan], [0.0, 0.0], h=0.5)
        """,
        gives=([1.0, 1.0], nan),
        why="max(0.0, nan) is 0.0 in Python, and a check that passes on NaN is none.",
    ),
    Case(
        "a function that is not a number beside the point",
        """
        f = lambda x: x[0] if x[1] == 0.0 else nan
        gradient_check(f, lambda x: [1.0, 0.0], [0.0, 0.0], h=0.5)
        """,
        gives=([1.0, nan], nan),
        why="The claim is fine, the central difference is NaN: look for NaN in the errors, which "
        "have it from either side.",
    ),
    Case(
        "the point stays as it was, to the last digit",
        """
        x = [0.2, 0.001]
        gradient_check(sum, lambda x: [1.0, 1.0], x, h=0.1)
        x == [0.2, 0.001]
        """,
        gives=True,
        why="Adding h and subtracting it again leaves a rounding error: work on copies, or store "
        "the old number and put it back.",
    ),
    Case(
        "a gradient that forgets a number",
        "gradient_check(sum, lambda x: [1.0], [0.0, 0.0], h=0.5)",
        raises=ValueError,
        why="zip stops at the shorter list without a word, unless it is strict.",
    ),
    Case(
        "no variables",
        "gradient_check(lambda x: 7.0, lambda x: [], [])",
        gives=([], 0.0),
        why="Nothing to compare, so no error; max() needs a default for it.",
    ),
)
