"""Cost-complexity pruning: a full tree, its sequence of subtrees, and two choices of alpha."""

import numpy as np
from sklearn.model_selection import KFold, cross_val_score
from sklearn.tree import DecisionTreeClassifier


# --8<-- [start:data]
def draw(n, seed):
    """Class 1 inside a circle, three useless features, 15% of the labels flipped."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (n, 5))
    inside = X[:, 0] ** 2 + X[:, 1] ** 2 < 0.6
    return X, (inside ^ (rng.random(n) < 0.15)).astype(int)


# --8<-- [end:data]
# --8<-- [start:pruning]
def tree(alpha):
    return DecisionTreeClassifier(ccp_alpha=alpha, random_state=0)


def path(X, y):
    """One alpha within each interval that has a best subtree of its own, leaving out the root."""
    ends = np.unique(tree(0).cost_complexity_pruning_path(X, y).ccp_alphas.round(6))
    return np.sqrt(ends[:-1] * ends[1:])


def validate(alphas, X, y):
    """Mean accuracy over ten folds for each alpha, and its standard error."""
    folds = KFold(10, shuffle=True, random_state=0)
    scores = np.array([cross_val_score(tree(alpha), X, y, cv=folds) for alpha in alphas])
    return scores.mean(axis=1), scores.std(axis=1, ddof=1) / np.sqrt(10)


# --8<-- [end:pruning]
# --8<-- [start:use]
X, y = draw(300, seed=10)
X_new, y_new = draw(10_000, seed=1)
alphas = path(X, y)
accuracy, error = validate(alphas, X, y)
best = accuracy.argmax()
simplest = np.flatnonzero(accuracy >= accuracy[best] - error[best])[-1]
print(f"best accuracy in the folds {accuracy[best]:.3f} ± {error[best]:.3f}")
print("tree       leaves  training   folds  new rows")
for name, i in [("unpruned", 0), ("best alpha", best), ("one s.e.", simplest)]:
    fitted = tree(alphas[i]).fit(X, y)
    row = fitted.score(X, y), accuracy[i], fitted.score(X_new, y_new)
    print(f"{name:10} {fitted.get_n_leaves():6d} {row[0]:9.3f} {row[1]:7.3f} {row[2]:9.3f}")
# --8<-- [end:use]
