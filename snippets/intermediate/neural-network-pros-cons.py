"""Why a sure answer can be fragile: one logistic unit with very many small weights."""

# --8<-- [start:functions]
from math import exp


def probability(weights, x, bias=0, temperature=1):
    logit = bias + sum(w * value for w, value in zip(weights, x, strict=True))
    return 1 / (1 + exp(-logit / temperature))


def attack(weights, x, step):
    """Move every input by the same small step, each in its worst direction."""
    return [value - step * (1 if w > 0 else -1) for w, value in zip(weights, x, strict=True)]


# --8<-- [end:functions]
# --8<-- [start:use]
step = 0.03
for inputs in (100, 1_000, 10_000):
    weights = [0.02 if i % 2 else -0.02 for i in range(inputs)]
    x = [0.5] * inputs  # all gray: the weighted sum is 0, so the logit is the bias
    before = probability(weights, x, bias=3)
    after = probability(weights, attack(weights, x, step), bias=3)
    print(f"{inputs:6} inputs: {before:.3f}, each moved by {step}: {after:.3f}")

farther = attack(weights, x, -step)
print(f"moved the other way: {probability(weights, farther, bias=3):.4f}")
print(f"temperature 2:       {probability(weights, x, 3, temperature=2):.3f}")
# --8<-- [end:use]
