from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "accepts a score of 0",
        instead_of="label * score <= 0",
        writes="label * score < 0",
        fails="the example",
    ),
    Mistake(
        "forgets the intercept",
        instead_of="                intercept += label\n",
        writes="",
        fails="logical and",
    ),
    Mistake(
        "adds the example whatever its label",
        instead_of="w + label * v for",
        writes="w + v for",
        fails="the example",
    ),
    Mistake(
        "stops as soon as the line separates",
        instead_of="        if mistakes == 0:",
        writes="        if all(\n"
        "            label * (sum(w * v for w, v in zip(weights, x)) + intercept) > 0\n"
        "            for x, label in zip(X, y)\n"
        "        ):",
        fails="one epoch of the example",
    ),
    Mistake(
        "counts an epoch too many",
        instead_of="range(max_epochs)",
        writes="range(max_epochs + 1)",
        fails="one epoch of the example",
    ),
    Mistake(
        "says that it converged whenever it stops",
        instead_of="return weights, intercept, False",
        writes="return weights, intercept, True",
        fails="one epoch of the example",
    ),
    Mistake(
        "scores all examples before the epoch",
        instead_of="        for x, label in zip(X, y, strict=True):\n"
        "            score = sum(w * v for w, v in zip(weights, x, strict=True)) + intercept\n",
        writes="        scores = [sum(w * v for w, v in zip(weights, x)) + intercept for x in X]\n"
        "        for x, label, score in zip(X, y, scores, strict=True):\n",
        fails="logical and",
    ),
)
