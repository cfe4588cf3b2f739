from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "exponentiates the logits as they are",
        instead_of="largest = max(row)",
        writes="largest = 0.0",
        fails="wrong and very sure",
    ),
    Mistake(
        "takes the logarithm of a probability",
        instead_of="loss += log(total) - (row[label] - largest)",
        writes="loss -= log(weights[label] / total)",
        fails="wrong and very sure",
    ),
    Mistake(
        "forgets the mean in the gradient",
        instead_of="slope / n for slope",
        writes="slope for slope",
        fails="the example",
    ),
    Mistake(
        "adds the losses up",
        instead_of="return loss / n",
        writes="return loss",
        fails="the example",
    ),
    Mistake(
        "multiplies by a one-hot row",
        instead_of="(row[label] - largest)",
        writes="(sum(x * (k == label) for k, x in enumerate(row)) - largest)",
        fails="a class that is ruled out by minus infinity",
    ),
    Mistake(
        "shifts by the largest logit of the batch",
        instead_of="largest = max(row)",
        writes="largest = max(map(max, logits))",
        fails="each row has its own largest logit",
    ),
    Mistake(
        "lets Python count classes from the end",
        instead_of="0 <= label < len(row)",
        writes="label < len(row)",
        fails="a label of -1",
    ),
)
