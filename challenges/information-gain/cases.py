from math import log2

from challenges.grader import Case

ENTRY = "information_gain"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        weather = ["sun"] * 2 + ["rain"] * 2 + ["fog"] * 4
        play = ["yes", "yes", "no", "no", "yes", "yes", "no", "no"]
        information_gain(weather, play)
        """,
        gives=0.5,
        why="Weight the entropy of each group by its share of the examples: 2/8, 2/8 and 4/8.",
    ),
    Case(
        "a feature that decides everything",
        'information_gain(["x", "x", "y", "y"], ["a", "a", "b", "b"])',
        gives=1,
        why="One bit is left before and none after; the entropy of a pure group is 0.",
    ),
    Case(
        "a feature that says nothing",
        'information_gain(["x", "y", "x", "y"], ["a", "a", "b", "b"])',
        gives=0,
        why="Each group has the same shares as the whole: nothing is gained.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "groups of different sizes",
        # By hand: 1 bit before; 3/4 of the entropy of (2/3, 1/3) after.
        'information_gain(["x", "x", "x", "y"], [1, 1, 0, 0])',
        gives=1 - 3 / 4 * (2 / 3 * log2(3 / 2) + 1 / 3 * log2(3)),
        why="The group of three counts three times as much as the group of one.",
    ),
    Case(
        "four classes",
        # By hand: 2 bits before, 1 bit in each of the two groups.
        'information_gain(["x", "x", "y", "y"], ["a", "b", "c", "d"])',
        gives=1,
        why="Sum over all classes that occur, with logarithms to base 2.",
    ),
    Case(
        "Quinlan's weather",
        # scikit-learn: mutual_info_score / ln 2; 0.246 in Quinlan's paper, from rounded parts.
        """
        outlook = ["sunny"] * 5 + ["overcast"] * 4 + ["rain"] * 5
        play = ["no"] * 3 + ["yes"] * 9 + ["no"] * 2
        information_gain(outlook, play)
        """,
        gives=0.2467498198,
        why="Entropy before, 0.940 bits, minus (5/14 · 0.971 + 4/14 · 0 + 5/14 · 0.971).",
    ),
    Case(
        "one class",
        'information_gain(["x", "y", "z"], ["a", "a", "a"])',
        gives=0,
        why="There is no entropy to lose.",
    ),
    Case(
        "a different value for each example",
        """
        feature, labels = [0.1, 0.2, 0.3, 0.4], [True, False, True, False]
        information_gain(feature, labels)
        """,
        gives=1,
        why="Every group has one example and is pure, so all the entropy is gained.",
    ),
    Case(
        "a missing value",
        # By hand: the entropy of (1/4, 3/4) before; one of two equal groups has 1 bit after.
        """
        feature, labels = [None, None, "x", "x"], ["a", "b", "b", "b"]
        information_gain(feature, labels)
        """,
        gives=(2 - 3 / 4 * log2(3)) - 1 / 2,
        why="None is a value like any other; do not skip it.",
    ),
    Case(
        "no examples",
        "information_gain([], [])",
        gives=0,
        why="Nothing is uncertain and nothing is gained; do not divide by a length of 0.",
    ),
    Case(
        "different lengths",
        'information_gain(["x", "y", "z"], ["a", "b"])',
        raises=ValueError,
        why="zip stops at the shorter list in silence unless you pass strict=True.",
    ),
)
