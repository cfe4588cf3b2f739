def confusion_metrics(actual, predicted, positive):
    """The counts and measures of a classifier with respect to one class.

    actual, predicted: lists of labels, one per example; positive: the label that is sought.
    Returns a dict with tp, fp, fn, tn (whole numbers) and accuracy, precision, recall,
    specificity, f1 (numbers, or None where undefined).
    """
    ...
