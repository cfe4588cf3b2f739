import pytest
from sklearn.tree import DecisionTreeClassifier

from tests.snippets.load import load

program = load("intermediate/decision-tree-splitting")
# Columns: contract, complained. The first four customers left.
X = [[1, 1], [1, 1], [1, 0], [0, 0], [1, 0], [0, 0], [0, 0], [0, 0]]
y = [1, 1, 1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize("criterion", ["gini", "entropy", "log_loss"])
@pytest.mark.parametrize(("feature", "name"), list(enumerate(program["splits"])))
def test_decrease_agrees_with_a_tree_of_one_split(criterion, feature, name):
    rows = [[row[feature]] for row in X]
    tree = DecisionTreeClassifier(criterion=criterion, max_depth=1).fit(rows, y).tree_
    n, impurity = tree.n_node_samples, tree.impurity
    expected = impurity[0] - (n[1] * impurity[1] + n[2] * impurity[2]) / n[0]
    ours = program["gini" if criterion == "gini" else "entropy"]
    assert program["decrease"](ours, program["splits"][name]) == pytest.approx(expected)


@pytest.mark.parametrize("criterion", ["gini", "entropy"])
def test_both_criteria_choose_the_complaint(criterion):
    tree = DecisionTreeClassifier(criterion=criterion, max_depth=1).fit(X, y).tree_
    assert tree.feature[0] == 1
