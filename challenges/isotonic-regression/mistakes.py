from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not look back",
        instead_of="while blocks and",
        writes="if blocks and",
        fails="the example",
    ),
    Mistake(
        "averages two blocks as if they were of one size",
        instead_of="mean = (weight * mean + other_weight * other_mean) / total",
        writes="mean = (mean + other_mean) / 2",
        fails="the example",
    ),
    Mistake(
        "takes lengths for weights",
        instead_of="mean = (weight * mean + other_weight * other_mean) / total",
        writes="mean = (length * mean + other_length * other_mean) / (length + other_length)",
        fails="weights",
    ),
    Mistake(
        "does not add up the weights",
        instead_of="weight, length = total, length + other_length",
        writes="length = length + other_length",
        fails="the example",
    ),
    Mistake(
        "takes weights for counts",
        instead_of="zip(y, weights, strict=True)",
        writes="zip(y, (max(1, round(weight)) for weight in weights), strict=True)",
        fails="blocks with weights",
    ),
    Mistake(
        "takes the running maximum",
        instead_of="mean = (weight * mean + other_weight * other_mean) / total",
        writes="mean = max(mean, other_mean)",
        fails="the example",
    ),
    Mistake(
        "returns one number for each block",
        instead_of=" for _ in range(length)]",
        writes="]",
        fails="the example",
    ),
)
