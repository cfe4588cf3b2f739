from collections import Counter  # noqa: F401 (the calls use it)
from random import Random  # noqa: F401

from challenges.grader import Case

ENTRY = "k_fold"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "k_fold(5, 2)",
        gives=[([3, 4], [0, 1, 2]), ([0, 1, 2], [3, 4])],
        why="Each pair is (train, test); the first fold takes the position that is left over.",
    ),
    Case(
        "sizes that differ by one at most",
        "[len(test) for train, test in k_fold(11, 4)]",
        gives=[3, 3, 3, 2],
        why="11 = 4 × 2 + 3, so three folds have one more; do not leave the rest to one fold.",
    ),
    Case(
        "shuffled folds",
        """
        folds = k_fold(11, 4, Random(0))
        tested = sorted(position for train, test in folds for position in test)
        [len(test) for train, test in folds], tested
        """,
        gives=([3, 3, 3, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        why="Shuffling changes which positions share a fold; each is still tested exactly once.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "one position left over",
        "[test for train, test in k_fold(9, 4)]",
        gives=[[0, 1, 2], [3, 4], [5, 6], [7, 8]],
        why="9 = 4 × 2 + 1: one fold of three and three of two. Folds of ceil(n / k) leave the "
        "last one empty.",
    ),
    Case(
        "leave one out",
        "k_fold(3, 3)",
        gives=[([1, 2], [0]), ([0, 2], [1]), ([0, 1], [2])],
        why="With k = n every fold holds one position.",
    ),
    Case(
        "train is everything that test is not",
        """
        folds = k_fold(10, 3, Random(1))
        [sorted(train + test) == list(range(10)) for train, test in folds]
        """,
        gives=[True, True, True],
        why="A fold and its training part share no position and miss none.",
    ),
    Case(
        "the same seed, the same folds",
        "k_fold(40, 5, Random(2)) == k_fold(40, 5, Random(2))",
        gives=True,
        why="Shuffle with the generator that is passed, not with the one of the module random.",
    ),
    Case(
        "any position may come to the first fold",
        """
        rng = Random(3)
        times = Counter()  # how often each position is in the first fold
        for _ in range(2000):
            times.update(k_fold(10, 5, rng)[0][1])
        [position for position in range(10) if not 295 < times[position] < 505]
        """,
        # 2,000 × 1/5 = 400 with a standard deviation of 17.9: the limits are 5.9 of them away
        gives=[],
        why="In 2,000 shuffles each of ten positions should be in the first of five folds about "
        "400 times; listed are those that are not. Shuffle all positions before you cut.",
    ),
    Case(
        "any two positions may share a fold",
        """
        rng = Random(4)
        times = Counter()  # how often each pair of positions is the first fold
        for _ in range(3000):
            times[tuple(sorted(k_fold(4, 2, rng)[0][1]))] += 1
        len(times), [pair for pair in times if not 380 < times[pair] < 620]
        """,
        # 3,000 × 1/6 = 500 with a standard deviation of 20.4: the limits are 5.9 of them away
        gives=(6, []),
        why="In 3,000 shuffles each of the 6 pairs should be the first fold about 500 times; "
        "listed are those that are not. To rotate the positions by a random number is no shuffle.",
    ),
    Case(
        "one fold",
        "k_fold(5, 1)",
        raises=ValueError,
        why="One fold would leave nothing to train on.",
    ),
    Case(
        "no fold",
        "k_fold(5, 0)",
        raises=ValueError,
        why="n // 0 raises ZeroDivisionError, which says nothing about folds: check k first.",
    ),
    Case(
        "more folds than examples",
        "k_fold(3, 4)",
        raises=ValueError,
        why="A fold would be empty, and there is no score over no examples.",
    ),
)
