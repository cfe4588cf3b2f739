"""Learning curves of least squares with too few, with all, and with penalized features."""

import numpy as np

# --8<-- [start:data]
rng = np.random.default_rng(0)
d = 20
weights = np.full(d, 0.1**0.5)  # each feature adds 0.1 to the variance of y


def draw(n):
    """n rows: independent standard normal features, and noise of variance 1."""
    X = rng.normal(size=(n, d))
    return X, X @ weights + rng.normal(size=n)


# --8<-- [end:data]
# --8<-- [start:errors]
def errors(n, used, penalty=0.0, repeats=2_000):
    """Mean training and test error of a model that sees the first `used` features."""
    train, test = [], []
    for _ in range(repeats):
        X, y = draw(n)
        seen = X[:, :used]
        w = np.zeros(d)
        w[:used] = np.linalg.solve(seen.T @ seen + penalty * np.eye(used), seen.T @ y)
        train.append(np.mean((y - X @ w) ** 2))
        test.append(1 + np.sum((w - weights) ** 2))  # noise + error of the weights
    return np.mean(train), np.mean(test)


# --8<-- [end:errors]
# --8<-- [start:use]
print("            rows  train   test")
for name, used, penalty in [("5 features", 5, 0), ("all 20", 20, 0), ("20, ridge", 20, 10)]:
    for n in (30, 60, 300):
        train, test = errors(n, used, penalty)
        print(f"{name:11} {n:4d}  {train:5.2f}  {test:5.2f}")
# --8<-- [end:use]
