from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "leaves no bin for the probability 1",
        instead_of="min(int(probability * bins), last)",
        writes="int(probability * bins)",
        fails="the example",
    ),
    Mistake(
        "closes the bins on the right",
        instead_of="min(int(probability * bins), last)",
        writes="max(-int(-probability * bins // 1) - 1, 0)",
        fails="a probability on a border",
    ),
    Mistake(
        "takes the absolute error of each example",
        instead_of="+= probability - label",
        writes="+= abs(probability - label)",
        fails="the example",
    ),
    Mistake(
        "divides by the number of bins",
        instead_of="/ len(labels)",
        writes="/ bins",
        fails="the example",
    ),
    Mistake(
        "lets the bins cancel each other",
        instead_of="sum(map(abs, excess))",
        writes="abs(sum(excess))",
        fails="the example",
    ),
    Mistake(
        "gives every bin with examples the same weight",
        instead_of="return sum(map(abs, excess)) / len(labels)",
        writes="sizes = [0] * bins\n    for probability in probabilities:\n"
        "        sizes[min(int(probability * bins), last)] += 1\n"
        "    gaps = [abs(e) / size for e, size in zip(excess, sizes) if size]\n"
        "    return sum(gaps) / len(gaps)",
        fails="the example",
    ),
    Mistake(
        "bins the probability of the more likely label and compares it with the accuracy",
        instead_of="        last = bins - 1",
        writes="        label, probability = (\n"
        "            int(label == (probability >= 0.5)), max(probability, 1 - probability)\n"
        "        )\n        last = bins - 1",
        fails="errors in both directions within a bin",
    ),
)
