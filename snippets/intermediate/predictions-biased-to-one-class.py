"""Five models that all predict one class, and the numbers that tell the causes apart."""

import random
from math import exp, log
from statistics import fmean, pstdev


# --8<-- [start:diagnose]
def auc(scores, y):
    """The share of (positive, negative) pairs in the right order, ties counting half."""
    positives = [s for s, t in zip(scores, y, strict=True) if t]
    negatives = [s for s, t in zip(scores, y, strict=True) if not t]
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


def diagnose(scores, y):
    """Share predicted positive at 0.5, mean score, deviation of the scores, AUC."""
    return fmean(s >= 0.5 for s in scores), fmean(scores), pstdev(scores), auc(scores, y)


# --8<-- [end:diagnose]
# --8<-- [start:use]
def sigmoid(z):
    return 1 / (1 + exp(-z))


def shift_prior(p, old, new):
    """The probability when the share of positives moves from `old` to `new`."""
    odds = p / (1 - p) * (new / (1 - new)) / (old / (1 - old))
    return odds / (1 + odds)


rng = random.Random(11)
y = [rng.random() < 0.10 for _ in range(2_000)]
x = [rng.gauss(1.2 * t, 1) for t in y]
p = [sigmoid(1.2 * v - 0.72 + log(0.10 / 0.90)) for v in x]  # Bayes' rule: calibrated
cases = {
    "rare class, cut 0.5": p,
    "labels swapped": [1 - s for s in p],
    "wrong prior (0.01)": [shift_prior(s, 0.10, 0.01) for s in p],
    "feature constant": [sigmoid(-0.72 + log(0.10 / 0.90)) for _ in x],
    "no signal in it": [sigmoid(log(0.10 / 0.90) + rng.gauss(0, 0.1)) for _ in x],
}
print(f"actual share of positives: {fmean(y):.2f}")
print("                     flagged   mean     sd    AUC")
for name, scores in cases.items():
    print(f"{name:20}" + "{:8.2f}{:7.2f}{:7.2f}{:7.2f}".format(*diagnose(scores, y)))
for cut in (0.5, 0.10):
    tp = sum(t and s >= cut for s, t in zip(p, y, strict=True))
    fp = sum(not t and s >= cut for s, t in zip(p, y, strict=True))
    print(f"cut {cut:.2f}: TP {tp}, FN {sum(y) - tp}, FP {fp}, TN {len(y) - sum(y) - fp}")
# --8<-- [end:use]
