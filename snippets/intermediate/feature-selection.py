"""Four rankings of the same six features: each has a blind spot."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import mutual_info_classif
from sklearn.inspection import permutation_importance
from sklearn.linear_model import Lasso
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

# --8<-- [start:data]
rng = np.random.default_rng(0)
n = 3_000
main, xor_a, xor_b = rng.integers(0, 2, size=(3, n))
y = (rng.random(n) < 0.15 + 0.35 * main + 0.35 * (xor_a ^ xor_b)).astype(int)
features = {
    "main": main,
    "copy": np.where(rng.random(n) < 0.05, 1 - main, main),  # 95% the same
    "xor_a": xor_a,  # xor_a and xor_b matter only together
    "xor_b": xor_b,
    "row id": rng.permutation(n),  # noise with n different values
    "coin": rng.integers(0, 2, n),  # noise with two
}
X = np.column_stack(list(features.values()))
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
# --8<-- [end:data]
# --8<-- [start:rank]
forest = RandomForestClassifier(60, random_state=0).fit(X_train, y_train)
lasso = Lasso(alpha=0.03).fit(X_train / X_train.std(axis=0), y_train)
few = [0, 1, 2, 3, 5]  # all but the row id have two values
rankings = {
    "mutual": mutual_info_classif(X_train, y_train, discrete_features=few, random_state=0),
    "lasso": abs(lasso.coef_),
    "impurity": forest.feature_importances_,
    "permuted": permutation_importance(
        forest, X_test, y_test, n_repeats=5, scoring="roc_auc", random_state=0
    ).importances_mean,
}
print("          " + "".join(f"{name:>10}" for name in rankings))
for i, name in enumerate(features):
    print(f"{name:10}" + "".join(f"{score[i]:10.2f}" for score in rankings.values()))
# --8<-- [end:rank]
# --8<-- [start:drop]
print("AUC on held-out rows")
for dropped in [(), ("row id",), ("copy",), ("main", "copy"), ("xor_a",)]:
    keep = [i for i, name in enumerate(features) if name not in dropped]
    model = RandomForestClassifier(60, random_state=0).fit(X_train[:, keep], y_train)
    label = "without " + " and ".join(dropped) if dropped else "all six"
    auc = roc_auc_score(y_test, model.predict_proba(X_test[:, keep])[:, 1])
    print(f"  {label:24}{auc:.2f}")
# --8<-- [end:drop]
