from math import inf, log  # noqa: F401 (the calls use them)

from challenges.grader import Case

ENTRY = "cross_entropy"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "cross_entropy([[log(1), log(3)], [log(2), log(2)]], [1, 0])",
        gives=(0.4904146265058631, [[0.125, -0.125], [-0.25, 0.25]]),
        why="The loss is the mean of ln(4/3) and ln(2). Its gradient carries the same 1/n: divide "
        "the probabilities, less 1 at the label, by the number of rows.",
    ),
    Case(
        "one row of three classes",
        "cross_entropy([[log(1), log(2), log(5)]], [2])",
        gives=(0.47000362924573563, [[0.125, 0.25, -0.375]]),  # ln(8/5)
        why="The loss is minus the natural logarithm of the label's probability, 5/8.",
    ),
    Case(
        "wrong and very sure",
        "cross_entropy([[1000.0, 0.0]], [1])",
        gives=(1000.0, [[1.0, -1.0]]),
        why="exp(1000) overflows, and the label's probability underflows to 0: never take the "
        "logarithm of a probability, work with differences of logits.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "right and very sure",
        "cross_entropy([[1000.0, 0.0]], [0])",
        gives=(0.0, [[0.0, 0.0]]),
        why="Subtract the largest logit first; the other exponential then underflows to 0, which "
        "does no harm.",
    ),
    Case(
        "very negative logits",
        "cross_entropy([[-2000.0, -2000.0 + log(3)]], [0])",
        gives=(1.3862943611198906, [[-0.75, 0.75]]),  # ln(4)
        why="All exponentials are 0.0 if you take them as they are: subtract the largest logit of "
        "the row, not a constant.",
    ),
    Case(
        "each row has its own largest logit",
        "cross_entropy([[0.0, 0.0], [5000.0, 5000.0]], [0, 1])",
        gives=(0.6931471805599453, [[-0.25, 0.25], [0.25, -0.25]]),  # ln(2)
        why="Subtract the largest logit of the row: relative to the largest one of the batch, all "
        "exponentials of the first row are 0.",
    ),
    Case(
        "a class that is ruled out by minus infinity",
        "cross_entropy([[0.0, -inf, log(3)]], [2])",
        gives=(0.2876820724517809, [[0.25, 0.0, -0.25]]),  # ln(4/3)
        why="exp(-inf) is 0.0 and needs nothing special; but 0 times -inf is NaN, so pick the "
        "label's logit instead of multiplying by a one-hot row.",
    ),
    Case(
        "a label of -1",
        "cross_entropy([[0.0, 1.0]], [-1])",
        raises=ValueError,
        why="Python reads row[-1] as the last class, so a wrong label would train in silence.",
    ),
    Case(
        "a label as great as the number of classes",
        "cross_entropy([[0.0, 1.0]], [2])",
        raises=ValueError,
        why="With C classes the labels run from 0 to C - 1.",
    ),
    Case(
        "the logits stay as they were",
        "logits = [[1.0, 2.0]]; cross_entropy(logits, [0]); logits",
        gives=[[1.0, 2.0]],
        why="Build new rows for the gradient; the caller still owns the logits.",
    ),
    Case(
        "no rows",
        "cross_entropy([], [])",
        raises=ValueError,
        why="A mean over no examples is undefined, and 0.0 would look like a perfect loss.",
    ),
)
