from math import log

SMALLEST = 1e-15


def log_loss(labels, probabilities):
    """The mean of minus the natural logarithm of the probability given to the true class."""
    if not labels:
        raise ValueError("no examples")
    total = 0.0
    for label, row in zip(labels, probabilities, strict=True):
        if not 0 <= label < len(row):  # row[-1] would be the last class
            raise ValueError(f"there is no class {label}")
        total -= log(max(row[label], SMALLEST))
    return total / len(labels)
