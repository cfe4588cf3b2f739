from math import inf, log  # noqa: F401 (the calls use them)

from challenges.grader import Case

ENTRY = "softmax"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "softmax([log(1), log(2), log(5)])",
        gives=[0.125, 0.25, 0.625],
        why="Divide each exponential by the sum of all of them: 1 + 2 + 5 = 8.",
    ),
    Case(
        "equal scores",
        "softmax([3.0, 3.0])",
        gives=[0.5, 0.5],
        why="Equal scores have equal shares.",
    ),
    Case(
        "large scores",
        "softmax([1000.0, 1000.0])",
        gives=[0.5, 0.5],
        why="exp(1000) is more than a float can hold; the shares do not change if you subtract "
        "the same number from every score first.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "one score",
        "softmax([7.0])",
        gives=[1.0],
        why="A single class gets everything, whatever its score.",
    ),
    Case(
        "very negative scores",
        "softmax([-1000.0, -1000.0 + log(3)])",
        gives=[0.25, 0.75],
        why="exp(-1000) is 0.0 in floating point, and 0/0 follows: subtract the largest score, "
        "not the smallest or a constant.",
    ),
    Case(
        "scores far apart",
        "softmax([0.0, 800.0])",
        gives=[0.0, 1.0],
        why="Subtract the largest score: exp(800) overflows, exp(-800) is 0.0, which is right.",
    ),
    Case(
        "a masked score of minus infinity",
        "softmax([0.0, -inf, log(3)])",
        gives=[0.25, 0.0, 0.75],
        why="exp(-inf) is 0.0, which gives the masked place no weight; nothing special is needed.",
    ),
    Case(
        "masked scores in the first places",
        "softmax([-inf, -inf, 0.0, log(3)])",
        gives=[0.0, 0.0, 0.25, 0.75],
        why="-inf minus -inf is NaN, which spreads through every sum: subtract the largest score "
        "of the whole list; the largest so far may still be -inf.",
    ),
    Case(
        "the input stays as it was",
        "scores = [1.0, 2.0]; softmax(scores); scores",
        gives=[1.0, 2.0],
        why="Build a new list; the caller may need the scores again.",
    ),
    Case(
        "no scores",
        "softmax([])",
        raises=ValueError,
        why="There is no distribution over nothing; max([]) raises the ValueError by itself.",
    ),
)
