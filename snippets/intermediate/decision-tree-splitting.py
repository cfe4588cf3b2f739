"""Gini impurity, entropy and error of two candidate splits, and scikit-learn's defaults."""

from math import log2

from sklearn.ensemble import RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


# --8<-- [start:criteria]
def gini(counts):
    """Chance that a random row gets a wrong label drawn from the node's own classes."""
    n = sum(counts)
    return 1 - sum((count / n) ** 2 for count in counts)


def entropy(counts):
    """Mean surprise at the class of a random row, in bits."""
    n = sum(counts)
    return sum(count / n * log2(n / count) for count in counts if count)


def error(counts):
    """Share of rows outside the majority class."""
    return 1 - max(counts) / sum(counts)


def decrease(impurity, children):
    """Impurity of the parent minus the mean impurity of its children, weighted by size."""
    parent = [sum(counts) for counts in zip(*children, strict=True)]
    n = sum(parent)
    return impurity(parent) - sum(sum(child) / n * impurity(child) for child in children)


# --8<-- [end:criteria]
# --8<-- [start:use]
# Eight customers, (left, stayed) in each child.
splits = {"contract": [(3, 1), (1, 3)], "complained": [(2, 0), (2, 4)]}
for name, children in splits.items():
    row = [f"{c.__name__} {decrease(c, children):.3f}" for c in (gini, entropy, error)]
    print(f"{name:10}  {'  '.join(row)}")

xor = [(2, 2), (2, 2)]  # y = a XOR b, split on a or on b alone
print(f"XOR         gini {decrease(gini, xor):.3f}")

for model in DecisionTreeClassifier(), DecisionTreeRegressor(), RandomForestClassifier():
    print(f"{type(model).__name__}: {model.criterion}")
# --8<-- [end:use]
