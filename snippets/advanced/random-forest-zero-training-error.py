"""Training, out-of-bag and validation error of forests when 30% of the labels are flipped."""

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier

# --8<-- [start:data]
rng = np.random.default_rng(0)


def draw(n, flipped=0.3):
    """n rows of ten normal features; y is the sign of the first, `flipped` with that chance."""
    X = rng.normal(size=(n, 10))
    return X, (X[:, 0] > 0) ^ (rng.random(n) < flipped)


X, y = draw(500)
X_val, y_val = draw(4000)
# --8<-- [end:data]


# --8<-- [start:forests]
def report(name, X, y, trees, **settings):
    """Grow a forest and print its training, out-of-bag and validation error."""
    forest = RandomForestClassifier(trees, oob_score=True, random_state=0, **settings)
    forest.fit(X, y)
    train, oob = 1 - forest.score(X, y), 1 - forest.oob_score_
    print(f"{name:20}{train:8.3f}{oob:8.3f}{1 - forest.score(X_val, y_val):8.3f}")


print("                       train     oob     val")
for trees in (25, 100, 200):
    report(f"{trees} trees", X, y, trees)
report("max_depth=2", X, y, 100, max_depth=2)
report("min_samples_leaf=20", X, y, 100, min_samples_leaf=20)
report("each row four times", np.repeat(X, 4, axis=0), np.repeat(y, 4), 100)

# --8<-- [end:forests]
# --8<-- [start:boosting]
boosting = GradientBoostingClassifier(n_estimators=300, random_state=0).fit(X, y)
train = [(p != y).mean() for p in boosting.staged_predict(X)]
val = [(p != y_val).mean() for p in boosting.staged_predict(X_val)]
for rounds in (10, 100, 300):
    print(f"boosting, {rounds:3} rounds {train[rounds - 1]:7.3f}{val[rounds - 1]:16.3f}")
# --8<-- [end:boosting]
