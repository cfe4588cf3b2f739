from challenges.grader import Case

ENTRY = "BatchNorm"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        norm = BatchNorm(2, eps=0.0)
        norm([[1, 10], [5, 10], [1, 20], [5, 20]], training=True)
        """,
        gives=[[-1, -1], [1, -1], [-1, 1], [1, 1]],
        why="Each column has its own mean and variance. In training, divide the squares by n: "
        "the variance of 1, 5, 1, 5 is 16/4 = 4.",
    ),
    Case(
        "the running statistics after it",
        """
        norm = BatchNorm(2, eps=0.0)
        norm([[1, 10], [5, 10], [1, 20], [5, 20]], training=True)
        norm.running_mean, norm.running_var
        """,
        gives=([0.3, 1.5], [1.4333333333333333, 4.233333333333333]),  # 0.9 + 0.1 * 16/3 and 100/3
        why="They keep 0.9 of the old value and take 0.1 of the new one; the variance that they "
        "take divides by n - 1.",
    ),
    Case(
        "one row in evaluation",
        """
        norm = BatchNorm(1, eps=1.0)
        norm.running_mean, norm.running_var = [2.0], [3.0]
        norm([[4.0]], training=False)
        """,
        gives=[[1.0]],
        why="(4 - 2) / sqrt(3 + 1) = 1: only the running statistics count, so one row is enough.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "two batches, and another momentum",
        """
        norm = BatchNorm(1, momentum=0.5)
        norm([[2.0], [5.0]], training=True)
        norm([[0.0], [7.0]], training=True)
        norm.running_mean, norm.running_var
        """,
        gives=([2.625], [13.625]),  # means 3.5 and 3.5, variances 4.5 and 24.5
        why="The second batch moves what the first one left: half of a mean of 1.75 and half of "
        "3.5, half of a variance of 2.75 and half of 24.5.",
    ),
    Case(
        "momentum is the share of the new batch",
        """
        norm = BatchNorm(1, momentum=0.25)
        norm([[6.0], [10.0]], training=True)
        norm.running_mean, norm.running_var
        """,
        gives=([2.0], [2.75]),
        why="As stated, momentum weighs the new value: 0.75 times 0 plus 0.25 times 8. Some "
        "libraries weigh the old one.",
    ),
    Case(
        "evaluation teaches nothing",
        """
        norm = BatchNorm(1)
        norm([[100.0], [200.0]], training=False)
        norm.running_mean, norm.running_var
        """,
        gives=([0.0], [1.0]),
        why="Data that are only predicted must not change the model.",
    ),
    Case(
        "evaluation after training",
        """
        norm = BatchNorm(1, eps=0.0, momentum=1.0)
        norm([[1.0], [5.0]], training=True)
        norm([[3.0], [11.0]], training=False)
        """,
        gives=[[0.0], [2.8284271247461903]],  # 8 / sqrt(8)
        why="With a momentum of 1 the running statistics are the last batch's: mean 3, variance 8.",
    ),
    Case(
        "gamma and beta",
        """
        norm = BatchNorm(2, eps=0.0)
        norm.gamma, norm.beta = [3.0, 0.5], [10.0, -1.0]
        norm([[1, 7], [5, 3]], training=True), norm.running_mean
        """,
        gives=([[7, -0.5], [13, -1.5]], [0.3, 0.5]),
        why="Scale and shift each feature after it was normalized; the statistics are those of x.",
    ),
    Case(
        "gamma and beta in evaluation",
        """
        norm = BatchNorm(1, eps=0.0)
        norm.gamma, norm.beta = [3.0], [10.0]
        norm.running_mean, norm.running_var = [2.0], [4.0]
        norm([[4.0], [0.0]], training=False)
        """,
        gives=[[13.0], [7.0]],
        why="Both modes end in the same formula: (4 - 2) / 2 is 1, times gamma and plus beta 13.",
    ),
    Case(
        "eps stands under the root",
        "BatchNorm(1, eps=3.0)([[-1.0], [1.0]], training=True)",
        gives=[[-0.5], [0.5]],
        why="Divide by sqrt(variance + eps) = sqrt(1 + 3) = 2.",
    ),
    Case(
        "a constant feature",
        "BatchNorm(1)([[5.0], [5.0], [5.0]], training=True)",
        gives=[[0.0], [0.0], [0.0]],
        why="Its variance is 0; eps is there so that the division is still possible.",
    ),
    Case(
        "a mean far above the spread",
        "BatchNorm(1, eps=0.0)([[1e9], [1e9 + 2]], training=True)",
        gives=[[-1.0], [1.0]],
        why="The mean of the squares less the square of the mean cancels all digits: subtract the "
        "mean first, then square.",
    ),
    Case(
        "a training batch of one row",
        "BatchNorm(2)([[1.0, 2.0]], training=True)",
        raises=ValueError,
        why="One value has no variance with n - 1, and would be normalized to 0 whatever it is.",
    ),
    Case(
        "a training batch of no rows",
        "BatchNorm(2)([], training=True)",
        raises=ValueError,
        why="Fewer than two includes none: compare with <, not with ==.",
    ),
    Case(
        "the batch stays as it was",
        """
        x, norm = [[1.0], [5.0]], BatchNorm(1)
        norm(x, training=True), norm(x, training=False)
        x
        """,
        gives=[[1.0], [5.0]],
        why="Build new rows; the layer before needs its outputs in the backward pass.",
    ),
)
