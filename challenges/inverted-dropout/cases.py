from random import Random, seed  # noqa: F401 (the calls use them)

from challenges.grader import Case

ENTRY = "dropout"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example: what the factors may be",
        """
        y, factors = dropout([3.0] * 1000, 0.25, Random(0))
        sorted(set(factors)), sorted(set(y))
        """,
        gives=([0.0, 1.3333333333333333], [0.0, 4.0]),
        why="A dropped activation has the factor 0; the others are divided by 0.75, the "
        "probability of being kept.",
    ),
    Case(
        "evaluation leaves all as it is",
        "dropout([1.0, -2.0, 3.0], 0.5, Random(0), training=False)",
        gives=([1.0, -2.0, 3.0], [1.0, 1.0, 1.0]),
        why="Inverted dropout scales in training, so that evaluation needs no scaling.",
    ),
    Case(
        "a quarter is dropped",
        """
        _, factors = dropout([1.0] * 20_000, 0.25, Random(1))
        # 5000 are expected, the standard deviation is 61
        4500 < factors.count(0.0) < 5500
        """,
        gives=True,
        why="p is the probability of being dropped, not of being kept, and each activation is "
        "drawn on its own.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "the same seed, the same activations",
        """
        x = [1.0] * 200
        seed(1); first = dropout(x, 0.5, Random(7))
        seed(2); second = dropout(x, 0.5, Random(7))
        first == second != dropout(x, 0.5, Random(8))
        """,
        gives=True,
        why="Draw from rng alone. The module's own generator makes runs impossible to repeat, and "
        "a fixed seed inside drops the same activations in every step.",
    ),
    Case(
        "the second call drops others",
        """
        rng = Random(7)
        x = [1.0] * 200
        dropout(x, 0.5, rng) != dropout(x, 0.5, rng)
        """,
        gives=True,
        why="Every step of training needs a fresh mask: go on drawing from the rng that came.",
    ),
    Case(
        "the output is the factors times the input",
        """
        x = [float(i) for i in range(-50, 50)]
        y, factors = dropout(x, 0.5, Random(2))
        y == [f * a for f, a in zip(factors, x, strict=True)]
        """,
        gives=True,
        why="The backward pass multiplies by the same factors, so return those that were used.",
    ),
    Case(
        "the mean is kept",
        """
        y, _ = dropout([1.0] * 20_000, 0.8, Random(3))
        # 1 is expected, the standard deviation is 0.014
        0.9 < sum(y) / 20_000 < 1.1
        """,
        gives=True,
        why="Divide what is kept by 1 - p: without it the next layer sees a fifth of the signal.",
    ),
    Case(
        "neighbors are independent",
        """
        _, factors = dropout([1.0] * 20_000, 0.5, Random(4))
        pairs = zip(factors[::2], factors[1::2], strict=True)
        both = sum(a == b == 0.0 for a, b in pairs)
        # 2500 of 10,000 are expected, the standard deviation is 43
        2250 < both < 2750
        """,
        gives=True,
        why="Draw anew for each activation: one draw for all drops everything or nothing.",
    ),
    Case(
        "the number of dropped ones varies",
        """
        def dropped(seed):
            _, factors = dropout([1.0] * 100, 0.5, Random(seed))
            return factors.count(0.0)

        len({dropped(seed) for seed in range(50)}) > 1
        """,
        gives=True,
        why="Each activation is dropped by its own chance; dropping exactly half of them makes "
        "them depend on each other.",
    ),
    Case(
        "nothing to drop",
        """
        rng = Random(0)
        dropout([1.0, 2.0], 0.0, rng), dropout([], 0.5, rng)
        """,
        gives=(([1.0, 2.0], [1.0, 1.0]), ([], [])),
        why="With p = 0 every factor is 1; an empty list has no factors.",
    ),
    Case(
        "the activations stay as they were",
        """
        x = [1.0] * 50
        dropout(x, 0.5, Random(0))
        y, _ = dropout(x, 0.5, Random(0), training=False)
        y is x, x
        """,
        gives=(False, [1.0] * 50),
        why="Return new lists, in evaluation too: a change of one must not change the other.",
    ),
    Case(
        "a probability of one",
        "dropout([1.0], 1.0, Random(0))",
        raises=ValueError,
        why="1 / (1 - p) has no value there, and a layer that passes nothing on can't learn.",
    ),
    Case(
        "a probability that is not a number",
        "dropout([1.0], float('nan'), Random(0))",
        raises=ValueError,
        why="Every comparison with NaN is false, so p < 0 or p >= 1 lets it pass: ask whether p is "
        "in the range, not whether it is outside.",
    ),
    Case(
        "a negative probability in evaluation",
        "dropout([1.0], -0.1, Random(0), training=False)",
        raises=ValueError,
        why="A wrong p should be found whatever the mode: check it first.",
    ),
)
