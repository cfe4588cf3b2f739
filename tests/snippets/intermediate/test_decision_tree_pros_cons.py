import numpy as np
from sklearn.tree import DecisionTreeClassifier

from tests.snippets.load import load

program = load("intermediate/decision-tree-pros-cons")
X, y, fewer = program["X"], program["y"], program["fewer"]


def test_five_rows_fewer_change_the_root():
    assert len(fewer) == len(set(fewer)) == len(y) - 5
    roots = [
        DecisionTreeClassifier(max_depth=1, random_state=0).fit(X[rows], y[rows]).tree_.feature[0]
        for rows in (np.arange(len(y)), fewer)
    ]
    assert roots[0] != roots[1]


def test_both_trees_are_about_equally_accurate():
    scores = [program["tree"](rows).score(X, y) for rows in (np.arange(len(y)), fewer)]
    assert abs(scores[0] - scores[1]) < 0.01
