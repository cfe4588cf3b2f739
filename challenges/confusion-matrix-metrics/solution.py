from collections import Counter


def confusion_metrics(actual, predicted, positive):
    """The counts and measures of a classifier with respect to one class."""
    pairs = zip(actual, predicted, strict=True)  # raises ValueError for different lengths
    counts = Counter((a == positive, p == positive) for a, p in pairs)
    tp, fp = counts[True, True], counts[False, True]
    fn, tn = counts[True, False], counts[False, False]
    return {
        "tp": tp,
        "fp": fp,
        "fn": fn,
        "tn": tn,
        "accuracy": ratio(tp + tn, tp + fp + fn + tn),
        "precision": ratio(tp, tp + fp),
        "recall": ratio(tp, tp + fn),
        "specificity": ratio(tn, tn + fp),
        "f1": ratio(2 * tp, 2 * tp + fp + fn),
    }


def ratio(part, whole):
    """part / whole, or None where there is nothing to take a part of."""
    return part / whole if whole else None
