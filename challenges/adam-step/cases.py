from challenges.grader import Case

ENTRY = "adam_step"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example: the first step",
        """
        params, grads = [1.0, 2.0], [4.0, -0.5]
        m, v = [0.0, 0.0], [0.0, 0.0]
        adam_step(params, grads, m, v, t=1, lr=0.1)
        """,
        gives=([0.9, 2.1], [0.4, -0.05], [0.016, 0.00025]),
        why="After the correction the means are the gradient and its square, so the first step is "
        "lr in size, whatever the gradient's, unless that is 0.",
    ),
    Case(
        "the second step",
        """
        params, grads = [0.9, 2.1], [0.0, 0.5]
        m, v = [0.4, -0.05], [0.016, 0.00025]
        adam_step(params, grads, m, v, t=2, lr=0.1)
        """,
        gives=(  # computed with NumPy as weighted means of all gradients
            [0.8329941750733062, 2.094736840210526],
            [0.36, 0.005],
            [0.015984, 0.00049975],
        ),
        why="Divide m by 1 - 0.9 ** 2 and v by 1 - 0.999 ** 2: t is the exponent. A parameter "
        "with gradient 0 still moves, by its past.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "eps is added to the root",
        """
        params, grads, m, v = [0.0], [3.0], [0.0], [0.0]
        adam_step(params, grads, m, v, t=1, lr=1.0, eps=1.0)[0]
        """,
        gives=[-0.75],
        why="Step 1 is lr * 3 / (sqrt(9) + eps): the root of the corrected v, and eps outside it.",
    ),
    Case(
        "three steps with other betas",
        """
        params, m, v = [1.0], [0.0], [0.0]
        for t, g in enumerate([1.0, 2.0, -3.0], start=1):
            params, m, v = adam_step(
                params, [g], m, v, t, lr=0.1, beta1=0.5, beta2=0.75
            )
        params, m, v
        """,
        gives=([0.8417416704826894], [-0.875], [3.140625]),  # weighted means, with NumPy
        why="beta1 belongs to the gradients, beta2 to their squares; return the means as they "
        "are, uncorrected, because the next step corrects them anew.",
    ),
    Case(
        "a late step",
        "adam_step([1.0], [2.0], [2.0], [4.0], t=100_000, lr=0.01)",
        gives=([0.99], [2.0], [4.0]),
        why="With t large the corrections are 1, and steady gradients move by lr.",
    ),
    Case(
        "the same step for a gradient a million times as large",
        """
        params, grads = [1.0, 1.0], [1e-3, 1e3]
        m, v = [0.0, 0.0], [0.0, 0.0]
        adam_step(params, grads, m, v, t=1, lr=0.5, eps=0.0)[0]
        """,
        gives=[0.5, 0.5],
        why="Divide by the root of the mean square, not by the mean square itself.",
    ),
    Case(
        "no gradient at all",
        "adam_step([3.0], [0.0], [0.0], [0.0], t=1)",
        gives=([3.0], [0.0], [0.0]),
        why="0 / (0 + eps) is 0: eps is there for this.",
    ),
    Case(
        "the arguments stay as they were",
        """
        params, grads, m, v = [1.0], [2.0], [0.5], [0.25]
        adam_step(params, grads, m, v, t=3)
        params, grads, m, v
        """,
        gives=([1.0], [2.0], [0.5], [0.25]),
        why="Return new lists; the caller decides whether to take the step.",
    ),
    Case(
        "step 0",
        "adam_step([1.0], [1.0], [0.0], [0.0], t=0)",
        raises=ValueError,
        why="1 - beta ** 0 is 0, and nothing can be divided by it: say what is wrong.",
    ),
)
