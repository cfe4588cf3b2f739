"""Mean squared error with its edge cases, six checks, and the library versions."""

from collections.abc import Iterable

import numpy as np
from sklearn import metrics


# --8<-- [start:function]
def mean_squared_error(y_true: Iterable[float], y_pred: Iterable[float]) -> float:
    """The mean of (actual - predicted) squared, over all pairs.

    Raises ValueError if the lengths differ or if there are no pairs.
    """
    total, n = 0.0, 0
    for actual, predicted in zip(y_true, y_pred, strict=True):
        total += (actual - predicted) ** 2
        n += 1
    if n == 0:
        raise ValueError("the mean squared error of no pairs is undefined")
    return total / n


# --8<-- [end:function]
# --8<-- [start:tests]
def rejects(y_true, y_pred):
    """Whether the input raises ValueError."""
    try:
        mean_squared_error(y_true, y_pred)
    except ValueError:
        return True
    return False


y_true, y_pred = [3, -1, 2, 7], [2, 1, 2, 8]
tests = {
    "by hand: (1 + 4 + 0 + 1) / 4": mean_squared_error(y_true, y_pred) == 1.5,
    "swapping the two changes nothing": mean_squared_error(y_pred, y_true) == 1.5,
    "a perfect prediction scores 0": mean_squared_error(y_true, y_true) == 0,
    "iterators work": mean_squared_error(iter(y_true), iter(y_pred)) == 1.5,
    "unequal lengths are rejected": rejects([1, 2], [1]),
    "empty input is rejected": rejects([], []),
}
for name, passed in tests.items():
    print("pass:" if passed else "FAIL:", name)
# --8<-- [end:tests]

# --8<-- [start:libraries]
y, p = np.array(y_true), np.array(y_pred)
print(f"NumPy: {np.mean((y - p) ** 2):.3f}")
print(f"scikit-learn: {metrics.mean_squared_error(y, p):.3f}")
print(f"NumPy, row minus column: {np.mean((y - p[:, None]) ** 2):.3f}")
# --8<-- [end:libraries]
