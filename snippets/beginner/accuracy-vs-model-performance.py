"""Accuracy, recall, precision and cost of three fraud models on the same 100,000 payments."""

MISS, REVIEW = 500, 5  # dollars: a missed fraud, and the review of a flagged payment


# --8<-- [start:metrics]
def report(tp, fn, fp, tn):
    """Accuracy, recall, precision (or None), and the cost of the errors and reviews."""
    accuracy = (tp + tn) / (tp + fn + fp + tn)
    precision = tp / (tp + fp) if tp + fp else None
    return accuracy, tp / (tp + fn), precision, fn * MISS + (tp + fp) * REVIEW


# --8<-- [end:metrics]
# --8<-- [start:use]
models = {
    "never fraud": (0, 100, 0, 99_900),
    "balanced": (80, 20, 400, 99_500),
    "eager": (95, 5, 4_995, 94_905),
}
print("model        accuracy  recall  precision   cost")
for name, counts in models.items():
    accuracy, recall, precision, cost = report(*counts)
    shown = "-" if precision is None else f"{precision:.1%}"
    print(f"{name:12} {accuracy:8.2%} {recall:7.0%} {shown:>10} {cost:6,}")
# --8<-- [end:use]
