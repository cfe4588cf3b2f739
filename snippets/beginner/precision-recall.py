"""Precision and recall at four thresholds, and average precision, by counting."""


# --8<-- [start:metrics]
def precision_recall(scores, truth, threshold):
    """Precision and recall when every score of at least `threshold` is flagged."""
    flagged = [score >= threshold for score in scores]
    tp = sum(f and t for f, t in zip(flagged, truth, strict=True))
    return tp / sum(flagged), tp / sum(truth)


def average_precision(scores, truth):
    """The mean, over the positives, of the precision at each one's own score."""
    at = [score for score, t in zip(scores, truth, strict=True) if t]
    return sum(precision_recall(scores, truth, score)[0] for score in at) / len(at)


# --8<-- [end:metrics]
# --8<-- [start:use]
scores = [0.95, 0.90, 0.80, 0.70, 0.60, 0.50, 0.40, 0.30, 0.20, 0.10]
fraud = [True, True, False, True, False, False, True, False, False, False]

for threshold in (0.9, 0.7, 0.4, 0.1):
    precision, recall = precision_recall(scores, fraud, threshold)
    print(f"flag at {threshold:.1f}: precision {precision:.3f}, recall {recall:.2f}")
print(f"average precision: {average_precision(scores, fraud):.4f}")
# --8<-- [end:use]
