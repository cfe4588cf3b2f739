"""A naive Bayes spam filter by counting: it classifies, does without an input, and samples."""

import random

# --8<-- [start:fit]
# Ten emails: (contains "offer", contains "meeting"), and whether it was spam.
mails = [(1, 0), (1, 0), (1, 1), (0, 0), (1, 1), (1, 0), (0, 1), (0, 1), (0, 1), (0, 0)]
spam = [True] * 4 + [False] * 6

prior, likelihood = {}, {}
for y in (True, False):
    rows = [x for x, label in zip(mails, spam, strict=True) if label == y]
    prior[y] = len(rows) / len(mails)
    likelihood[y] = [sum(column) / len(rows) for column in zip(*rows, strict=True)]


# --8<-- [end:fit]
# --8<-- [start:model]
def joint(x, y):
    """p(x, y); a feature that is None is left out, which sums over its values."""
    p = prior[y]
    for value, p_one in zip(x, likelihood[y], strict=True):
        if value is not None:
            p *= p_one if value else 1 - p_one
    return p


def posterior(x):
    """P(spam | x) by Bayes' theorem."""
    return joint(x, True) / (joint(x, True) + joint(x, False))


def sample(rng):
    """A new email: first the class, then each word given the class."""
    y = rng.random() < prior[True]
    return [int(rng.random() < p_one) for p_one in likelihood[y]], y


# --8<-- [end:model]
# --8<-- [start:use]
print(f"P(spam | offer, no meeting)   {posterior((1, 0)):.3f}")
print(f"P(spam | offer)               {posterior((1, None)):.3f}")
print(f"p(offer, no meeting)          {joint((1, 0), True) + joint((1, 0), False):.3f}")
rng = random.Random(0)
new = [sample(rng) for _ in range(10_000)]
print(f"sampled emails with offer     {sum(x[0] for x, _ in new) / len(new):.2f}")
# --8<-- [end:use]
