from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "averages the groups without weights",
        instead_of="len(group) / len(labels) * entropy(group)",
        writes="entropy(group) / len(groups)",
        fails="the example",
    ),
    Mistake(
        "measures in nats",
        instead_of="from math import log2",
        writes="from math import log as log2",
        fails="the example",
    ),
    Mistake(
        "returns the entropy that remains",
        instead_of="return entropy(labels) - remaining",
        writes="return remaining",
        fails="a feature that decides everything",
    ),
    Mistake(
        "skips missing values",
        instead_of="        groups[value].append(label)",
        writes="        if value is not None:\n            groups[value].append(label)",
        fails="a missing value",
    ),
    Mistake(
        "ignores surplus values",
        instead_of="strict=True",
        writes="strict=False",
        fails="different lengths",
    ),
    Mistake(
        "uses Gini impurity",
        instead_of="share * log2(1 / share)",
        writes="share * (1 - share)",
        fails="the example",
    ),
)
