from math import log2

from challenges.grader import Case

ENTRY = "ndcg_at_k"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "ndcg_at_k([2, 0, 1], 3)",
        gives=3.5 / (3 + 1 / log2(3)),  # 0.9639…
        why="The gains are 3, 0 and 1, the discounts log2(2), log2(3) and log2(4).",
    ),
    Case(
        "the best document comes after the first k",
        "ndcg_at_k([1, 0, 2], 1)",
        gives=1 / 3,
        why="The ideal ranking would have the grade 2 first: sort all documents, then cut at k.",
    ),
    Case(
        "no document is relevant",
        "ndcg_at_k([0, 0, 0], 2)",
        gives=None,
        why="The ideal ranking gains nothing either, and 0/0 is undefined.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a perfect ranking",
        "ndcg_at_k([3, 2, 2, 1, 0], 4)",
        gives=1.0,
        why="The ranking is the ideal one, so its gain over the ideal gain is 1.",
    ),
    Case(
        "nothing relevant among the first k",
        "ndcg_at_k([0, 0, 3], 2)",
        gives=0.0,
        why="There is a relevant document, so the result is defined, and the first two gain "
        "nothing.",
    ),
    Case(
        "k beyond the last document",
        "ndcg_at_k([0, 1], 10)",
        gives=1 / log2(3),  # 0.6309…
        why="Take all documents there are: the missing ranks gain nothing on either side.",
    ),
    Case(
        "two grades in the wrong order",
        "ndcg_at_k([1, 3], 2)",
        # (1 + 7/log2(3)) / (7 + 1/log2(3)); plain grades as gains would give 0.797
        gives=(1 + 7 / log2(3)) / (7 + 1 / log2(3)),
        why="The gain of a grade r is 2**r - 1, so a 3 weighs seven times as much as a 1.",
    ),
    Case(
        "the list stays as it was",
        "relevances = [0, 2, 1]; ndcg_at_k(relevances, 2); relevances",
        gives=[0, 2, 1],
        why="sort() reorders the caller's list, and with it the ranking that you measure.",
    ),
    Case(
        "no documents",
        "ndcg_at_k([], 5)",
        gives=None,
        why="Without documents none is relevant.",
    ),
    Case(
        "k is 0",
        "ndcg_at_k([2, 1], 0)",
        raises=ValueError,
        why="Nothing is measured at k = 0, which is a mistake of the caller.",
    ),
    Case(
        "k is negative",
        "ndcg_at_k([2, 1, 1], -1)",
        raises=ValueError,
        why="A slice up to -1 silently drops the last document; every k below 1 is a mistake.",
    ),
)
