from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "averages the children without weights",
        instead_of="(n_left * gini(left) + n_right * gini(right)) / (n_left + n_right)",
        writes="(gini(left) + gini(right)) / 2",
        fails="the example",
    ),
    Mistake(
        "splits at a value instead of the midpoint",
        instead_of="(value + following) / 2",
        writes="value",
        fails="the example",
    ),
    Mistake(
        "splits between equal values",
        instead_of="if value < following:",
        writes="if True:",
        fails="no feature varies",
    ),
    Mistake(
        "keeps the last of equal splits",
        instead_of="min(candidates, ",
        writes="min(reversed(list(candidates)), ",
        fails="a tie of thresholds",
    ),
    Mistake(
        "breaks ties by the threshold before the feature",
        instead_of="key=lambda split: split[2]",
        writes="key=lambda split: (split[2], split[1])",
        fails="a tie of features",
    ),
    Mistake(
        "wants a gain",
        instead_of="if value < following:",
        writes="if value < following and weighted_gini(left, right) < gini(Counter(y)):",
        fails="a split that gains nothing",
    ),
    Mistake(
        "sorts by value and label",
        instead_of="key=lambda pair: pair[0]",
        writes="key=None",
        fails="labels that cannot be compared",
    ),
)
