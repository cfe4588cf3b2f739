from math import exp, log


def cross_entropy(logits, labels):
    """The mean cross-entropy of a batch, and its gradient: (softmax - one-hot) / n."""
    n = len(logits)
    if n == 0:
        raise ValueError("the mean over no examples is undefined")
    loss, gradient = 0.0, []
    for row, label in zip(logits, labels, strict=True):
        if not 0 <= label < len(row):  # row[-1] would quietly be the last class
            raise ValueError(f"label {label} is none of {len(row)} classes")
        largest = max(row)
        weights = [exp(logit - largest) for logit in row]  # one of them is 1
        total = sum(weights)
        loss += log(total) - (row[label] - largest)
        slopes = [weight / total for weight in weights]
        slopes[label] -= 1
        gradient.append([slope / n for slope in slopes])
    return loss / n, gradient
