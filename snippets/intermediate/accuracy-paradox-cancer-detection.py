"""One cancer model at two thresholds and three prevalences: accuracy against what matters."""

from math import log
from statistics import NormalDist

# --8<-- [start:model]
# Scores: standard normal without cancer, shifted by 1.6 with cancer.
SHIFT = 1.6
healthy, sick = NormalDist(0, 1), NormalDist(SHIFT, 1)


def cutoff(p, prevalence):
    """The score at which the probability of cancer is p."""
    odds = p / (1 - p) / (prevalence / (1 - prevalence))
    return SHIFT / 2 + log(odds) / SHIFT


def report(cut, prevalence, n=10_000):
    positives = round(n * prevalence)
    tp = round(positives * (1 - sick.cdf(cut)))
    fp = round((n - positives) * (1 - healthy.cdf(cut)))
    fn, tn = positives - tp, n - positives - fp
    ppv, npv = tp / (tp + fp), tn / (tn + fn)
    return tp, fn, fp, tn, (tp + tn) / n, ppv, npv, 19 * fn + fp


# --8<-- [end:model]
# --8<-- [start:use]
row = "{:14}{:>4}{:>5}{:>5}{:>6} {:>5} {:>5} {:>5} {:>5}"
print(row.format("", "TP", "FN", "FP", "TN", "acc", "PPV", "NPV", "cost"))
chosen = cutoff(p=0.05, prevalence=0.04)
for name, cut, prevalence in [
    ("4%, p >= 0.5", cutoff(0.5, 0.04), 0.04),
    ("4%, p >= 0.05", chosen, 0.04),
    ("0.5%, same cut", chosen, 0.005),
    ("20%, same cut", chosen, 0.20),
]:
    *counts, accuracy, ppv, npv, cost = report(cut, prevalence)
    shares = (f"{value:.3f}" for value in (accuracy, ppv, npv))
    print(row.format(name, *counts, *shares, cost))
# --8<-- [end:use]
