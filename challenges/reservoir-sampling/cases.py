from collections import Counter  # noqa: F401 (the calls use it)
from itertools import combinations  # noqa: F401
from random import Random

from challenges.grader import Case

ENTRY = "reservoir_sample"


# --8<-- [start:visible]
def unusual(counts, groups, expected, limit):
    """The groups that were drawn more than `limit` times too often or too seldom."""
    return {group: counts[group] for group in groups if abs(counts[group] - expected) > limit}


VISIBLE = (
    Case(
        "the example: every item is equally likely",
        """
        rng = Random(0)
        counts = Counter()
        for _ in range(9_000):
            counts.update(reservoir_sample(iter("abc"), 2, rng))
        # 6.7 standard deviations:
        unusual(counts, "abc", expected=6_000, limit=300)
        """,
        gives={},
        why="Item number i (from 1) has to enter with probability k/i and to displace each item of "
        "the sample equally often. Count the item itself, too.",
    ),
    Case(
        "fewer items than asked for",
        "sorted(reservoir_sample(iter([3, 1, 2]), 5, Random(0)))",
        gives=[1, 2, 3],
        why="As long as there is room, every item is in the sample.",
    ),
    Case(
        "the same seed, the same sample",
        """
        once = reservoir_sample(range(100), 10, Random(7))
        again = reservoir_sample(range(100), 10, Random(7))
        once == again
        """,
        gives=True,
        why="Draw from the generator that is passed, not from the one of the module random.",
    ),
)
# --8<-- [end:visible]


class Item:
    """An item that counts how many of its kind are alive."""

    alive = most = 0

    def __init__(self):
        Item.alive += 1
        Item.most = max(Item.most, Item.alive)

    def __del__(self):
        Item.alive -= 1


def most_alive(sample, length, k):
    """How many items of a stream were in memory at once, at most."""
    Item.alive = Item.most = 0
    sample((Item() for _ in range(length)), k, Random(0))
    return Item.most


HIDDEN = (
    Case(
        "no item twice",
        """
        rng = Random(1)
        samples = [reservoir_sample(range(6), 3, rng) for _ in range(500)]
        {len(set(sample)) for sample in samples}
        """,
        gives={3},
        why="The sample is without replacement: an item that enters takes the place of another.",
    ),
    Case(
        "items of every kind",
        """
        stream = iter([None, [0], 0, None])
        sorted(map(repr, reservoir_sample(stream, 5, Random(0))))
        """,
        gives=["0", "None", "None", "[0]"],
        why="None is an item, not the end of the stream; equal items count each; and a list can't "
        "be in a set.",
    ),
    Case(
        "an empty stream",
        "reservoir_sample(iter(()), 3, Random(0))",
        gives=[],
        why="No items give an empty sample.",
    ),
    Case(
        "a sample of none",
        "reservoir_sample(range(10), 0, Random(0))",
        gives=[],
        why="With k = 0 there is no place that an item could take.",
    ),
    Case(
        "one of five",
        """
        rng = Random(2)
        counts = Counter()
        for _ in range(10_000):
            counts.update(reservoir_sample(range(5), 1, rng))
        # 6.2 standard deviations:
        unusual(counts, range(5), expected=2_000, limit=250)
        """,
        gives={},
        why="Item number i replaces the one you hold with probability 1/i.",
    ),
    Case(
        "all pairs are equally likely",
        """
        rng = Random(3)
        counts = Counter()
        for _ in range(15_000):
            pair = sorted(reservoir_sample(range(5), 2, rng))
            counts[tuple(pair)] += 1
        pairs = combinations(range(5), 2)
        # 6.3 standard deviations:
        unusual(counts, pairs, expected=1_500, limit=230)
        """,
        gives={},
        why="Single items may be equally likely while some pairs never come. Which place a new "
        "item takes must be random, too.",
    ),
    Case(
        "the stream is not kept",
        "most_alive(reservoir_sample, 2_000, 5) < 50",
        gives=True,
        why="Of a stream of 2,000 items, 50 or more were in memory at once for a sample of 5. "
        "Decide about each item when it comes.",
    ),
)
