from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "exponentiates the scores as they are",
        instead_of="exp(score - largest)",
        writes="exp(score)",
        fails="large scores",
    ),
    Mistake(
        "subtracts the smallest score",
        instead_of="largest = max(scores)",
        writes="largest = min(scores)",
        fails="scores far apart",
    ),
    Mistake(
        "divides by the number of scores",
        instead_of="sum(weights)",
        writes="len(weights)",
        fails="the example",
    ),
    Mistake(
        "returns an empty list for no scores",
        instead_of="largest = max(scores)",
        writes="largest = max(scores, default=0.0)",
        fails="no scores",
    ),
)
