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
    Mistake(
        "subtracts the first score",
        instead_of="largest = max(scores)",
        writes="largest = scores[0] if scores else max(scores)",
        fails="scores far apart",
    ),
    Mistake(
        "keeps a running sum in one pass and forgets that it may begin with minus infinity",
        instead_of="""    weights = [exp(score - largest) for score in scores]
    total = sum(weights)
""",
        writes="""    so_far, total = scores[0], 1.0
    for score in scores[1:]:
        new = max(so_far, score)
        total, so_far = total * exp(so_far - new) + exp(score - new), new
    weights = [exp(score - largest) for score in scores]
""",
        fails="masked scores in the first places",
    ),
)
