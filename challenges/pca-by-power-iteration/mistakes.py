from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not center",
        instead_of="value - mean for",
        writes="value for",
        fails="the example",
    ),
    Mistake(
        "divides by n",
        instead_of="(len(X) - 1)",
        writes="len(X)",
        fails="the example",
    ),
    Mistake(
        "leaves the sign to chance",
        instead_of="max(direction, key=abs) < 0",
        writes="False",
        fails="the sign",
    ),
    Mistake(
        "makes the first entry positive",
        instead_of="max(direction, key=abs) < 0",
        writes="direction[0] < 0",
        fails="the sign",
    ),
    Mistake(
        "makes the sum of the entries positive",
        instead_of="max(direction, key=abs) < 0",
        writes="sum(direction) < 0",
        fails="the sign",
    ),
    Mistake(
        "looks for a vector of zeros",
        instead_of="if all(row == X[0] for row in X):",
        writes="if all(sum(column) / len(X) == value for value, column in zip(X[0], zip(*X))):",
        fails="rows that do not vary",
    ),
    Mistake(
        "starts on the first axis",
        instead_of="[rng.gauss(0, 1) for _ in means]",
        writes="[1.0] + [0.0] * (len(means) - 1)",
        fails="two axes",
    ),
    Mistake(
        "starts with ones",
        instead_of="[rng.gauss(0, 1) for _ in means]",
        writes="[1.0 for _ in means]",
        fails="a direction at right angles to (1, 1, 1)",
    ),
    Mistake(
        "stops after six steps",
        instead_of="range(100)",
        writes="range(6)",
        fails="variances of 6 and 8/3",
    ),
)
