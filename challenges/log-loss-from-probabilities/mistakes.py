from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "takes the logarithm of 0",
        instead_of="log(max(row[label], SMALLEST))",
        writes="log(row[label])",
        fails="certain and wrong",
    ),
    Mistake(
        "adds the limit instead of clipping",
        instead_of="max(row[label], SMALLEST)",
        writes="row[label] + SMALLEST",
        fails="a probability at the limit",
    ),
    Mistake(
        "clips too early",
        instead_of="SMALLEST = 1e-15",
        writes="SMALLEST = 1e-7",
        fails="certain and wrong",
    ),
    Mistake(
        "sums and does not average",
        instead_of="return total / len(labels)",
        writes="return total",
        fails="the example",
    ),
    Mistake(
        "averages over the classes as well",
        instead_of="/ len(labels)",
        writes="/ len(labels) / len(row)",
        fails="the example",
    ),
    Mistake(
        "lets a negative label count from the end",
        instead_of="if not 0 <= label < len(row)",
        writes="if label >= len(row)",
        fails="the label -1",
    ),
    Mistake(
        "scores the class that was predicted, whatever the label",
        instead_of="max(row[label], SMALLEST)",
        writes="max(row)",
        fails="the example",
    ),
    Mistake(
        "rescales each row",
        instead_of="max(row[label], SMALLEST)",
        writes="max(row[label] / sum(row), SMALLEST)",
        fails="a row that does not add up to 1",
    ),
    Mistake(
        "waits for an IndexError, which rows too many do not raise",
        instead_of="    for label, row in zip(labels, probabilities, strict=True):\n",
        writes="    if len(labels) > len(probabilities):\n        raise ValueError\n"
        "    for label, row in zip(labels, probabilities):\n",
        fails="more rows than labels",
    ),
)
