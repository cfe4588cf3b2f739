"""The ratios of a confusion matrix, before and after its predictions are flipped."""

from math import sqrt


# --8<-- [start:metrics]
def metrics(tp, fn, fp, tn):
    """The usual ratios of a binary confusion matrix, from its four counts."""
    totals = (tp + fn) * (fp + tn) * (tp + fp) * (fn + tn)
    return {
        "recall": tp / (tp + fn),
        "specificity": tn / (tn + fp),
        "precision": tp / (tp + fp),
        "NPV": tn / (tn + fn),
        "accuracy": (tp + tn) / (tp + fn + fp + tn),
        "F1": 2 * tp / (2 * tp + fp + fn),
        "MCC": (tp * tn - fp * fn) / sqrt(totals),
    }


def precision_at(prevalence, recall, specificity):
    """Precision that the same two rates give at another share of positives."""
    tp = recall * prevalence
    fp = (1 - specificity) * (1 - prevalence)
    return tp / (tp + fp)


# --8<-- [end:metrics]
# --8<-- [start:use]
tp, fn, fp, tn = 10, 40, 35, 15
given = metrics(tp, fn, fp, tn)
flipped = metrics(tp=fn, fn=tp, fp=tn, tn=fp)

print(f"{'':12}{'given':>8}{'flipped':>9}")
for name in given:
    print(f"{name:12}{given[name]:8.3f}{flipped[name]:9.3f}")

print("\nprecision of the flipped classifier")
for prevalence in (0.50, 0.10, 0.01):
    precision = precision_at(prevalence, flipped["recall"], flipped["specificity"])
    print(f"  at {prevalence:4.0%} positives: {precision:.3f}")
# --8<-- [end:use]
