"""The chance that a delivery is late, from a regression of minutes and from late-or-not labels."""

import numpy as np
from scipy.stats import norm
from sklearn.linear_model import LogisticRegression

# --8<-- [start:data]
n, sets, promise = 50, 400, 45
rng = np.random.default_rng(0)


def deliveries():
    """Kilometers, and minutes with a mean of 20 + 5 per kilometer and a deviation of 8."""
    km = rng.uniform(0, 8, n)
    return km, 20 + 5 * km + rng.normal(0, 8, n)


# --8<-- [end:data]
# --8<-- [start:models]
def by_regression(km, minutes, at):
    """P(minutes > promise) from a fitted line and its normal residuals."""
    slope, start = np.polyfit(km, minutes, 1)
    deviation = np.sqrt(np.sum((minutes - start - slope * km) ** 2) / (n - 2))
    return norm.sf(promise, start + slope * at, deviation)


def by_classification(km, minutes, at):
    """P(late) from logistic regression, which is told only who was late."""
    model = LogisticRegression(C=np.inf, solver="newton-cholesky")
    return model.fit(km[:, None], minutes > promise).predict_proba([[at]])[0, 1]


# --8<-- [end:models]
# --8<-- [start:use]
at = 4  # kilometers: 40 minutes on average, 5 below the promise
samples = [deliveries() for _ in range(sets)]
print(f"truth           {norm.sf(promise, 40, 8):.3f}")
for fit in (by_regression, by_classification):
    found = [fit(km, minutes, at) for km, minutes in samples]
    print(f"{fit.__name__:18} mean {np.mean(found):.2f}, deviation {np.std(found):.3f}")
# --8<-- [end:use]
