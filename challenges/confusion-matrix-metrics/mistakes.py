from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "takes false positives for false negatives",
        instead_of="fp = counts[True, True], counts[False, True]\n    fn, tn = counts[True, False]",
        writes="fp = counts[True, True], counts[True, False]\n    fn, tn = counts[False, True]",
        fails="the example",
    ),
    Mistake(
        "calls an undefined measure 0",
        instead_of="else None",
        writes="else 0.0",
        fails="nothing is predicted as positive",
    ),
    Mistake(
        "leaves F1 undefined whenever precision or recall is",
        instead_of="ratio(2 * tp, 2 * tp + fp + fn)",
        writes="ratio(2 * tp, 2 * tp + fp + fn) if tp + fp and tp + fn else None",
        fails="nothing is predicted as positive",
    ),
    Mistake(
        "takes a positive label of 0 for none",
        instead_of="(a == positive, p == positive) for a, p in pairs",
        writes="(a == (positive or 1), p == (positive or 1)) for a, p in pairs",
        fails="0 is the positive label",
    ),
    Mistake(
        "divides by 0 where there is nothing",
        instead_of="part / whole if whole else None",
        writes="part / whole",
        fails="nothing is predicted as positive",
    ),
    Mistake(
        "stops at the end of the shorter list",
        instead_of="strict=True",
        writes="strict=False",
        fails="lists of different lengths",
    ),
    Mistake(
        "computes F1 as the harmonic mean, which 0 and 0 do not have",
        instead_of="ratio(2 * tp, 2 * tp + fp + fn)",
        writes="ratio(2 * tp, 2 * tp + fp + fn) if tp or not (tp + fp and tp + fn) else None",
        fails="every answer is wrong",
    ),
    Mistake(
        "asks whether labels are the same object",
        instead_of="(a == positive, p == positive)",
        writes="(a is positive, p is positive)",
        fails="labels that are read from text",
    ),
)
