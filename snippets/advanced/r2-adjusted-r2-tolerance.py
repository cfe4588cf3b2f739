"""R², adjusted R², R² on new data, and tolerance, as useless predictors are added."""

import numpy as np


# --8<-- [start:measures]
def coefficients(X, y):
    A = np.column_stack([np.ones(len(y)), X])
    return np.linalg.lstsq(A, y, rcond=None)[0]


def r2(X, y, w):
    """One minus the squared error of the model over that of the mean of these y."""
    error = y - w[0] - X @ w[1:]
    return 1 - (error**2).sum() / ((y - y.mean()) ** 2).sum()


def adjusted(r2, n, p):
    return 1 - (1 - r2) * (n - 1) / (n - p - 1)


def tolerance(X, j):
    """The share of predictor j that the other predictors leave unexplained."""
    others, target = np.delete(X, j, axis=1), X[:, j]
    return 1 - r2(others, target, coefficients(others, target))


# --8<-- [end:measures]
# --8<-- [start:use]
print(f"R² 0.60, n 50, p 10: adjusted {adjusted(0.60, 50, 10):.3f}")
rng = np.random.default_rng(4)
X, new = rng.normal(size=(2, 40, 21))  # forty rows to fit, forty new ones
for rows in (X, new):
    rows[:, 1] = rows[:, 0] + 0.1 * rng.normal(size=40)  # nearly a copy of predictor 0
y, y_new = X[:, 0] + rng.normal(size=40), new[:, 0] + rng.normal(size=40)

print("p: R², adjusted, new data, tolerance of predictor 0")
for p in (1, 2, 11, 21):
    w = coefficients(X[:, :p], y)
    fit = r2(X[:, :p], y, w)
    t = tolerance(X[:, :p], 0)
    print(f"{p:2}: {fit:.2f} {adjusted(fit, 40, p):.2f} {r2(new[:, :p], y_new, w):5.2f} {t:.3f}")
# --8<-- [end:use]
