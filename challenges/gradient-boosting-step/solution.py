from itertools import pairwise


def boosting_step(X, y, predictions, rate):
    """One step of gradient boosting for the squared loss: a stump on the residuals."""
    residuals = [target - prediction for target, prediction in zip(y, predictions, strict=True)]
    stump = min(stumps(X, residuals), key=lambda stump: squared_error(stump, X, residuals))
    moved = [
        prediction + rate * value_at(stump, x) for prediction, x in zip(predictions, X, strict=True)
    ]
    return stump, moved


def stumps(X, residuals):
    """Each (feature, threshold, left, right), by increasing feature and threshold."""
    for feature, column in enumerate(zip(*X, strict=True)):
        values = sorted(set(column))
        for lower, upper in pairwise(values):
            threshold = (lower + upper) / 2
            left = [r for r, value in zip(residuals, column, strict=True) if value <= threshold]
            right = [r for r, value in zip(residuals, column, strict=True) if value > threshold]
            yield feature, threshold, sum(left) / len(left), sum(right) / len(right)


def squared_error(stump, X, residuals):
    return sum((r - value_at(stump, x)) ** 2 for r, x in zip(residuals, X, strict=True))


def value_at(stump, x):
    feature, threshold, left, right = stump
    return left if x[feature] <= threshold else right
