from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "gives equal scores different ranks",
        instead_of="key=itemgetter(0)",
        writes="key=id",
        fails="the example",
    ),
    Mistake(
        "gives equal scores the highest of their ranks",
        instead_of="(len(tied) + 1) / 2",
        writes="len(tied)",
        fails="the example",
    ),
    Mistake(
        "counts ranks from 0",
        instead_of="(len(tied) + 1) / 2",
        writes="(len(tied) - 1) / 2",
        fails="the example",
    ),
    Mistake(
        "divides by the square of the positives",
        instead_of="(positives * negatives)",
        writes="positives**2",
        fails="all scores equal",
    ),
    Mistake(
        "returns 0.5 where there is one class",
        instead_of='raise ValueError("there are no pairs of a positive and a negative")',
        writes="return 0.5",
        fails="no negatives",
    ),
    Mistake(
        "sorts from the highest score",
        instead_of="strict=True))",
        writes="strict=True), reverse=True)",
        fails="the example",
    ),
    Mistake(
        "rounds the scores",
        instead_of="sorted(zip(scores, labels, strict=True))",
        writes="sorted((round(score, 9), label) for score, label in zip(scores, labels))",
        fails="scores that are close but differ",
    ),
)
