from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "takes the specificity for the false positive rate",
        instead_of="1 - specificity if positive else specificity",
        writes="specificity if positive else 1 - specificity",
        fails="the example: one positive test",
    ),
    Mistake(
        "answers with the sensitivity",
        instead_of="return sick / (sick + healthy)",
        writes="return sensitivity if results else prior",
        fails="the example: one positive test",
    ),
    Mistake(
        "looks at the first test only",
        instead_of="in results:",
        writes="in results[:1]:",
        fails="a second positive test",
    ),
    Mistake(
        "passes over negative results",
        instead_of="in results:",
        writes="in [result for result in results if result[2]]:",
        fails="one positive and one negative test",
    ),
    Mistake(
        "keeps the posterior alone from test to test",
        instead_of="""        healthy *= 1 - specificity if positive else specificity
""",
        writes="""        healthy *= 1 - specificity if positive else specificity
        if sick + healthy:
            sick /= sick + healthy
            healthy = 1 - sick
""",
        fails="forty positive tests, then forty negative ones",
    ),
    Mistake(
        "gives 0 for impossible results",
        instead_of='raise ValueError("these results are impossible")',
        writes="return 0.0",
        fails="impossible results",
    ),
)
