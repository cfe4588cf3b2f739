from collections import Counter
from random import Random  # noqa: F401 (the calls use it)

from challenges.grader import Case

ENTRY = "stratified_split"


def classes(labels, part):
    """How many examples of each class a part has."""
    return dict(Counter(labels[position] for position in part))


# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        labels = ["a", "b", "a"] * 4  # eight times a, four times b
        train, test = stratified_split(labels, 0.25, Random(0))
        classes(labels, train), classes(labels, test)  # how many of each class
        """,
        gives=({"a": 6, "b": 3}, {"a": 2, "b": 1}),
        why="A quarter of each class: 2 of the 8 and 1 of the 4. Draw within each class.",
    ),
    Case(
        "every position once",
        """
        train, test = stratified_split([0, 1, 0, 0, 1, 0], 0.5, Random(1))
        sorted(train + test)
        """,
        gives=[0, 1, 2, 3, 4, 5],
        why="Train gets exactly what test does not.",
    ),
    Case(
        "the same seed, the same split",
        """
        labels = [0, 1] * 20
        stratified_split(labels, 0.3, Random(7)) == stratified_split(labels, 0.3, Random(7))
        """,
        gives=True,
        why="Draw from the generator that is passed, not from the one of the module random.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "the same shares with any seed",
        """
        labels = ["a", "b", "a"] * 4
        tests = [stratified_split(labels, 0.25, Random(seed))[1] for seed in range(20)]
        sorted({classes(labels, test).get("b", 0) for test in tests})
        """,
        gives=[1],
        why="Listed is how many b a test part has, which must always be one. A random split of "
        "all examples gets it right on average only.",
    ),
    Case(
        "a rare class",
        """
        labels = [0] * 100 + [1] * 2
        train, test = stratified_split(labels, 0.1, Random(2))
        classes(labels, train), classes(labels, test)
        """,
        gives=({0: 90, 1: 1}, {0: 10, 1: 1}),
        why="A tenth of two examples rounds to 0, and the test part would not know the class: "
        "take at least one.",
    ),
    Case(
        "a small class and a large test share",
        """
        labels = [0] * 20 + [1] * 3
        train, test = stratified_split(labels, 0.9, Random(3))
        classes(labels, train), classes(labels, test)
        """,
        gives=({0: 2, 1: 1}, {0: 18, 1: 2}),
        why="0.9 × 3 rounds to 3, and the training part would not know the class: leave it one.",
    ),
    Case(
        "the nearest whole number",
        """
        labels = ["a"] * 7 + ["b"] * 8
        train, test = stratified_split(labels, 0.4, Random(4))
        classes(labels, train), classes(labels, test)
        """,
        gives=({"a": 4, "b": 5}, {"a": 3, "b": 3}),
        why="0.4 × 7 is 2.8 and 0.4 × 8 is 3.2, so both classes give 3: round, neither down nor "
        "up.",
    ),
    Case(
        "any example of a class may be drawn",
        """
        labels = ["a", "b", "a"] * 4
        rng = Random(5)
        times = Counter()  # how often each position is in the test part
        for _ in range(2000):
            times.update(stratified_split(labels, 0.25, rng)[1])
        [position for position in range(12) if not 390 < times[position] < 610]
        """,
        # 2,000 × 1/4 = 500 with a standard deviation of 19.4: the limits are 5.7 of them away
        gives=[],
        why="In 2,000 splits each position should be in the test part about 500 times; listed "
        "are those that are not. Shuffle the examples of each class, and take no fixed ones.",
    ),
    Case(
        "any two examples of a class may be drawn together",
        """
        rng = Random(9)
        times = Counter()  # how often each pair of positions is the test part
        for _ in range(3000):
            train, test = stratified_split(["a"] * 4, 0.5, rng)
            times[tuple(sorted(test))] += 1
        len(times), [pair for pair in times if not 380 < times[pair] < 620]
        """,
        # 3,000 × 1/6 = 500 with a standard deviation of 20.4: the limits are 5.9 of them away
        gives=(6, []),
        why="In 3,000 splits each of the 6 pairs should be the test part about 500 times; listed "
        "are those that are not. A random start followed by neighbors gives each example the same "
        "chance, but not each pair.",
    ),
    Case(
        "a class with one example",
        "stratified_split([0, 0, 0, 1], 0.25, Random(6))",
        raises=ValueError,
        why="One example can't be in both parts; say so, do not drop the class silently.",
    ),
    Case(
        "no labels",
        "stratified_split([], 0.25, Random(7))",
        gives=([], []),
        why="Nothing to split gives two empty parts.",
    ),
    Case(
        "the labels stay as they were",
        "labels = [1, 0, 1, 0]; stratified_split(labels, 0.5, Random(8)); labels",
        gives=[1, 0, 1, 0],
        why="Shuffle positions, not the caller's labels, which belong to the rows of a table.",
    ),
)
