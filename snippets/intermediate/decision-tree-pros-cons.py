"""How much a small tree changes when its 178 training rows change a little."""

from collections import Counter

import numpy as np
from sklearn.datasets import load_wine
from sklearn.tree import DecisionTreeClassifier, export_text

data = load_wine()
X, y = data.data, data.target
names = [name.split("/")[0] for name in data.feature_names]


# --8<-- [start:trees]
def tree(rows, depth=2):
    return DecisionTreeClassifier(max_depth=depth, random_state=0).fit(X[rows], y[rows])


def root(fitted):
    return names[fitted.tree_.feature[0]]


everything = np.arange(len(y))
rng = np.random.default_rng(0)
draws = 0
while True:  # five random rows at a time, until the tree asks something else first
    draws += 1
    fewer = np.delete(everything, rng.choice(len(y), 5, replace=False))
    if root(tree(fewer)) != root(tree(everything)):
        break
# --8<-- [end:trees]
# --8<-- [start:use]
for title, rows in [("all rows", everything), ("5 rows fewer", fewer)]:
    print(title)
    print(export_text(tree(rows), feature_names=names), end="")
disagree = sum(tree(everything).predict(X) != tree(fewer).predict(X))
print(f"random draws of five rows until the root changed: {draws}")
print(f"the two disagree on {disagree} of {len(y)} rows")

samples = [rng.integers(0, len(y), len(y)) for _ in range(100)]
roots = Counter(root(tree(rows, depth=1)) for rows in samples)
print("first question in 100 bootstrap samples:")
for name, count in roots.most_common():
    print(f"  {name:16} {count:3d}")
# --8<-- [end:use]
