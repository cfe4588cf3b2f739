from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "counts only larger differences",
        instead_of=">= observed - ROUNDING",
        writes="> observed + ROUNDING",
        fails="the example",
    ),
    Mistake(
        "leaves out the split that was observed",
        instead_of="return extreme / len(differences)",
        writes="return (extreme - 1) / (len(differences) - 1)",
        fails="the example",
    ),
    Mistake(
        "tests one side",
        instead_of="return abs(sum(first) / len(a) - (total - sum(first)) / len(b))",
        writes="return sum(first) / len(a) - (total - sum(first)) / len(b)",
        fails="the example",
    ),
    Mistake(
        "takes equal values for one",
        instead_of="combinations(pooled, len(a))]",
        writes="set(combinations(sorted(pooled), len(a)))]",
        fails="equal values in a sample",
    ),
    Mistake(
        "compares floats without a tolerance",
        instead_of="ROUNDING = 1e-9",
        writes="ROUNDING = 0.0",
        fails="ties that rounding would hide",
    ),
    Mistake(
        "adds one as for randomly drawn splits",
        instead_of="return extreme / len(differences)",
        writes="return (extreme + 1) / (len(differences) + 1)",
        fails="the example",
    ),
)
