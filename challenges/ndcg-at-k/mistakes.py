from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "takes the ideal order of the first k only",
        instead_of="sorted(relevances, reverse=True)",
        writes="sorted(relevances[:k], reverse=True)",
        fails="the best document comes after the first k",
    ),
    Mistake(
        "leaves the first two ranks without a discount",
        instead_of="log2(rank + 1)",
        writes="max(1, log2(rank))",
        fails="the example",
    ),
    Mistake(
        "starts the ranks at 0 and so divides by log2(1)",
        instead_of="start=1",
        writes="start=0",
        fails="the example",
    ),
    Mistake(
        "takes the grade itself as the gain",
        instead_of="(2**relevance - 1)",
        writes="relevance",
        fails="the example",
    ),
    Mistake(
        "forgets to normalize",
        instead_of="dcg(relevances[:k]) / ideal",
        writes="dcg(relevances[:k])",
        fails="the example",
    ),
    Mistake(
        "calls 0/0 zero",
        instead_of="else None",
        writes="else 0.0",
        fails="no document is relevant",
    ),
    Mistake(
        "sorts the caller's list",
        instead_of="best = sorted(relevances, reverse=True)",
        writes="gained = dcg(relevances[:k])\n    best = relevances\n    best.sort(reverse=True)\n"
        "    return gained / dcg(best[:k]) if dcg(best[:k]) else None",
        fails="the list stays as it was",
    ),
    Mistake(
        "takes only 0 for a wrong k",
        instead_of="if k < 1:",
        writes="if not k:",
        fails="k is negative",
    ),
)
