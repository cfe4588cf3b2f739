from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "learns from all rows, the fold included",
        instead_of="others = [row for row, fold in enumerate(folds) if fold != held_out]",
        writes="others = list(range(len(folds)))",
        fails="the example",
    ),
    Mistake(
        "takes the overall mean over all rows",
        instead_of="fmean(targets[row] for row in others)",
        writes="fmean(targets)",
        fails="the example",
    ),
    Mistake(
        "learns from the fold itself",
        instead_of="if fold != held_out]",
        writes="if fold == held_out]",
        fails="the example",
    ),
    Mistake(
        "forgets the smoothing in the denominator",
        instead_of="weight = counts[category] + smoothing",
        writes="weight = counts[category]",
        fails="the example",
    ),
    Mistake(
        "divides 0 by 0 without smoothing",
        instead_of="total / weight if weight else prior",
        writes="total / weight",
        fails="a category that the other folds do not know",
    ),
    Mistake(
        "gives an unknown category 0",
        instead_of="total / weight if weight else prior",
        writes="total / weight if weight else 0.0",
        fails="a category that the other folds do not know",
    ),
    Mistake(
        "learns from the next fold only",
        instead_of="others = [row for row, fold in enumerate(folds) if fold != held_out]",
        writes="names = sorted(set(folds))\n"
        "        following = names[(names.index(held_out) + 1) % len(names)]\n"
        "        others = [row for row, fold in enumerate(folds) if fold == following]",
        fails="three folds, named by letters",
    ),
    Mistake(
        "encodes by the overall mean where there is one fold",
        instead_of='raise ValueError("with one fold there is nothing to learn from")',
        writes="return [fmean(targets)] * len(targets)",
        fails="one fold",
    ),
)
