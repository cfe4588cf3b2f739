from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not scale",
        instead_of="scale = 1 / (1 - p)",
        writes="scale = 1.0",
        fails="the example: what the factors may be",
    ),
    Mistake(
        "scales by the wrong probability",
        instead_of="scale = 1 / (1 - p)",
        writes="scale = 1 / p if p else 1.0",
        fails="the example: what the factors may be",
    ),
    Mistake(
        "keeps with probability p",
        instead_of="0.0 if rng.random() < p else scale",
        writes="scale if rng.random() < p else 0.0",
        fails="a quarter is dropped",
    ),
    Mistake(
        "scales in evaluation, as plain dropout does",
        instead_of="return list(x), [1.0] * len(x)",
        writes="return [a * (1 - p) for a in x], [1 - p] * len(x)",
        fails="evaluation leaves all as it is",
    ),
    Mistake(
        "draws twice, for the output and for the factors",
        instead_of="factor * a for factor, a in zip(factors, x, strict=True)",
        writes="a * scale * (rng.random() >= p) for a in x",
        fails="the output is the factors times the input",
    ),
    Mistake(
        "drops exactly the share p",
        instead_of="[0.0 if rng.random() < p else scale for _ in x]",
        writes="[scale] * len(x)\n    for i in rng.sample(range(len(x)), int(p * len(x))):\n"
        "        factors[i] = 0.0",
        fails="the number of dropped ones varies",
    ),
    Mistake(
        "draws with a seed of its own",
        instead_of="scale = 1 / (1 - p)",
        writes="rng = type(rng)(0); scale = 1 / (1 - p)",
        fails="the same seed, the same activations",
    ),
    Mistake(
        "asks whether p is outside the range",
        instead_of="not 0 <= p < 1",
        writes="p < 0 or p >= 1",
        fails="a probability that is not a number",
    ),
)
