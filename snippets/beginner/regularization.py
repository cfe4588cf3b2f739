"""The penalty chosen by cross-validation, with scaling inside the folds."""

import numpy as np
from sklearn.linear_model import Lasso, Ridge
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# --8<-- [start:data]
rng = np.random.default_rng(4)
n, d = 60, 30
weights = np.zeros(d)
weights[:3] = [2.0, -1.5, 1.0]  # 27 of 30 features do not matter


def draw(n):
    X = rng.normal(size=(n, d))
    return X * np.geomspace(0.01, 100, d), 5 + X @ weights + rng.normal(0, 2, n)


X, y = draw(n)
X_new, y_new = draw(20_000)
# --8<-- [end:data]
# --8<-- [start:use]
folds = KFold(10, shuffle=True, random_state=0)
for model, alphas in [(Ridge, (0.01, 1, 10, 100, 10_000)), (Lasso, (0.001, 0.1, 0.3, 1, 10))]:
    print(f"{model.__name__:8} alpha    cv   new  zeros")
    for alpha in alphas:
        fit = make_pipeline(StandardScaler(), model(alpha=alpha, max_iter=100_000))
        cv = -cross_val_score(fit, X, y, cv=folds, scoring="neg_mean_squared_error").mean()
        new = np.mean((y_new - fit.fit(X, y).predict(X_new)) ** 2)
        print(f"{alpha:14g} {cv:5.1f} {new:5.1f} {np.sum(fit[-1].coef_ == 0):6d}")
# --8<-- [end:use]
