"""A logistic model read directly, and a forest explained afterwards by shuffling columns."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

# --8<-- [start:data]
# Loans, in standard units. Whether one defaults depends on debt and on late payments.
rng = np.random.default_rng(2)
n = 3_000
debt, late = rng.normal(size=(2, n))
debt_2 = debt + rng.normal(0, 0.1, n)  # the same debt as reported by a second bureau
y = rng.random(n) < 1 / (1 + np.exp(-(-1 + 1.2 * debt + 0.8 * late)))
train, test = slice(0, n // 2), slice(n // 2, n)
# --8<-- [end:data]


# --8<-- [start:shuffle]
def auc(model, X):
    return roc_auc_score(y[test], model.predict_proba(X)[:, 1])


def importance(model, X, columns, repeats=10):
    """Mean loss of test AUC when the rows of some columns are shuffled together."""
    rng = np.random.default_rng(0)
    losses = []
    for _ in range(repeats):
        shuffled = X.copy()
        shuffled[:, columns] = X[rng.permutation(len(X))][:, columns]
        losses.append(auc(model, X) - auc(model, shuffled))
    return np.mean(losses)


# --8<-- [end:shuffle]
# --8<-- [start:compare]
data = {"debt": debt, "debt_2": debt_2, "late": late}
losses = {}
for names in (["debt", "late"], ["debt", "debt_2", "late"]):
    X = np.column_stack([data[name] for name in names])
    logistic = LogisticRegression(C=1e6).fit(X[train], y[train])
    forest = RandomForestClassifier(60, min_samples_leaf=30, max_features=1, random_state=0)
    forest.fit(X[train], y[train])
    print(f"AUC: logistic {auc(logistic, X[test]):.3f}, forest {auc(forest, X[test]):.3f}")
    print(f"column     coefficient  loss of forest\nintercept  {logistic.intercept_[0]:11.2f}")
    for j, (name, weight) in enumerate(zip(names, logistic.coef_[0], strict=True)):
        losses[len(names), name] = importance(forest, X[test], [j])
        print(f"{name:10} {weight:11.2f}  {losses[len(names), name]:.3f}")
losses["both"] = importance(forest, X[test], [0, 1])
print(f"debt and debt_2 together {losses['both']:.3f}")
# --8<-- [end:compare]
