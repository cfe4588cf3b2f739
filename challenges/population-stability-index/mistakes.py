from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "computes one Kullback-Leibler divergence",
        instead_of="(q - p) * log(q / p)",
        writes="q * log(q / p)",
        fails="the example",
    ),
    Mistake(
        "compares counts",
        instead_of="(now or EMPTY) / len(current)",
        writes="(now or EMPTY) / len(reference)",
        fails="the same shares in a larger sample",
    ),
    Mistake(
        "skips a bin that is empty in one sample",
        instead_of="if before or now:",
        writes="if before and now:",
        fails="a bin that is empty now",
    ),
    Mistake(
        "adds half a value to every bin",
        instead_of="(before or EMPTY)",
        writes="(before + EMPTY)",
        fails="the example",
    ),
    Mistake(
        "puts a value on an edge below it",
        instead_of="bins[bisect_right(edges, value)]",
        writes='bins[__import__("bisect").bisect_left(edges, value)]',
        fails="a value on an edge",
    ),
    Mistake(
        "fills bins that are empty in both",
        instead_of="if before or now:",
        writes="if True:",
        fails="a bin that is empty in both",
    ),
)
