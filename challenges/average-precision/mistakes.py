from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "goes on from one tied example to the next",
        instead_of="key=itemgetter(0)",
        writes="key=id",
        fails="a tie at the top",
    ),
    Mistake(
        "averages the precision at every rank",
        instead_of="found * tp / retrieved",
        writes="tp / retrieved",
        fails="the example",
    ),
    Mistake(
        "counts a group of ties once, however many positives it has",
        instead_of="found * tp / retrieved",
        writes="(found > 0) * tp / retrieved",
        fails="two positives in a group of three",
    ),
    Mistake(
        "divides by the number of examples",
        instead_of="return total / positives",
        writes="return total / len(labels)",
        fails="the example",
    ),
    Mistake(
        "sorts from the lowest score",
        instead_of=", reverse=True",
        writes="",
        fails="the example",
    ),
    Mistake(
        "joins the points by straight lines",
        instead_of="    tp += found\n        retrieved += len(tied)\n"
        "        total += found * tp / retrieved",
        writes="    before = tp / retrieved if retrieved else 1.0\n        tp += found\n"
        "        retrieved += len(tied)\n        total += found * (before + tp / retrieved) / 2",
        fails="the example",
    ),
    Mistake(
        "calls the average of nothing 0",
        instead_of='raise ValueError("recall is undefined without positives")',
        writes="return 0.0",
        fails="no positives",
    ),
    Mistake(
        "rounds the scores",
        instead_of="sorted(zip(scores, labels, strict=True), reverse=True)",
        writes="sorted(((round(s, 9), label) for s, label in zip(scores, labels)), reverse=True)",
        fails="scores that are close but differ",
    ),
)
