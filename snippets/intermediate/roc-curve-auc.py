"""A ROC curve and its AUC by counting, and what an AUC of 0.90 is worth at 1% positives."""

from itertools import product
from statistics import NormalDist


# --8<-- [start:roc]
def roc_curve(scores, truth):
    """(threshold, FPR, TPR) when scores of at least the threshold are flagged."""
    positives, negatives = sum(truth), len(truth) - sum(truth)
    points = []
    for threshold in sorted(set(scores), reverse=True):
        flagged = [t for score, t in zip(scores, truth, strict=True) if score >= threshold]
        tp, fp = sum(flagged), len(flagged) - sum(flagged)
        points.append((threshold, fp / negatives, tp / positives))
    return points


def auc(scores, truth):
    """Share of (positive, negative) pairs in the right order; a tie is half right."""
    pos = [score for score, t in zip(scores, truth, strict=True) if t]
    neg = [score for score, t in zip(scores, truth, strict=True) if not t]
    return sum((p > n) + (p == n) / 2 for p, n in product(pos, neg)) / (len(pos) * len(neg))


def expected_cost(fpr, tpr, prevalence, cost_fn, cost_fp):
    """Mean cost of a case at one point of the curve."""
    return prevalence * (1 - tpr) * cost_fn + (1 - prevalence) * fpr * cost_fp


# --8<-- [end:roc]
# --8<-- [start:use]
scores = [0.9, 0.8, 0.7, 0.6, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]
fraud = [True, True, False, True, False, False, True, False, False, False]

print("flag at   FPR    TPR   cost, 40% fraud   cost, 10% fraud")
for threshold, fpr, tpr in roc_curve(scores, fraud):
    costs = [expected_cost(fpr, tpr, prevalence, 3, 1) for prevalence in (0.4, 0.1)]
    print(f"{threshold:7}{fpr:7.3f}{tpr:7.2f}{costs[0]:14.2f}{costs[1]:18.3f}")
print(f"AUC: {auc(scores, fraud):.4f}")
# --8<-- [end:use]
# --8<-- [start:binormal]
standard = NormalDist()
shift = 2**0.5 * standard.inv_cdf(0.90)  # gives positives ~ N(shift, 1) an AUC of 0.90
threshold = shift - standard.inv_cdf(0.80)  # flags 80% of them
fpr = 1 - standard.cdf(threshold)  # negatives ~ N(0, 1)

print(f"\nAUC 0.90, recall 0.80: FPR {fpr:.3f}")
for prevalence in (0.50, 0.10, 0.01):
    flagged = 0.80 * prevalence + fpr * (1 - prevalence)
    print(f"  at {prevalence:4.0%} positives: precision {0.80 * prevalence / flagged:.3f}")
# --8<-- [end:binormal]
