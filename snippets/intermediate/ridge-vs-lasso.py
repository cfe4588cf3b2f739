"""Ridge against lasso: few or many effects, and two correlated features."""

from statistics import NormalDist

import numpy as np
from sklearn.linear_model import Lasso, Ridge

normal = NormalDist()


# --8<-- [start:risk]
def lasso_risk(mu, t):
    """E[(soft(z, t) - mu)^2] for z ~ N(mu, 1), where soft moves z toward 0 by t."""
    inside = normal.cdf(t - mu) - normal.cdf(-t - mu)  # the chance that z is set to 0
    edges = (t - mu) * normal.pdf(t + mu) + (t + mu) * normal.pdf(t - mu)
    return 1 + t**2 + (mu**2 - t**2 - 1) * inside - edges


def best_risks(effects, d=50, signal=50):
    """Total squared error at the best strength: `effects` equal weights, the rest 0."""
    mu = (signal / effects) ** 0.5
    grid = [i / 100 for i in range(401)]
    lasso = min(effects * lasso_risk(mu, t) + (d - effects) * lasso_risk(0, t) for t in grid)
    ridge = d * signal / (signal + d)  # at lambda = d / signal, whatever the number of effects
    return ridge, lasso


# --8<-- [end:risk]
# --8<-- [start:twins]
def twins(model, draws=200, n=50, correlation=0.95):
    """The two weights on fresh samples, in each of which both true weights are 0.5."""
    rng = np.random.default_rng(0)
    covariance = [[1, correlation], [correlation, 1]]
    weights = []
    for _ in range(draws):
        X = rng.multivariate_normal([0, 0], covariance, size=n)
        y = X @ [0.5, 0.5] + rng.normal(size=n)
        weights.append(model.fit(X, y).coef_)
    return np.array(weights)


# --8<-- [end:twins]
# --8<-- [start:use]
print("effects  ridge  lasso   squared error, noise 1")
for effects in (1, 5, 10, 20, 50):
    ridge, lasso = best_risks(effects)
    print(f"{effects:7d} {ridge:6.1f} {lasso:6.1f}")
print("two features, correlation 0.95, 200 samples")
for model in (Ridge(alpha=10), Lasso(alpha=0.1)):
    w = twins(model)
    print(f"{model}: sum {w.sum(axis=1).mean():.2f}, spread of")
    print(f"  a weight {w[:, 0].std():.2f}, a zero in {(w == 0).any(axis=1).mean():.0%}")
# --8<-- [end:use]
