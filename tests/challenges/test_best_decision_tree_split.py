import numpy as np
import pytest
from sklearn.tree import DecisionTreeClassifier

from tests.challenges.load import load

best_split = load("best-decision-tree-split")


@pytest.mark.parametrize("seed", range(8))
def test_the_split_is_that_of_scikit_learn(seed):
    random = np.random.default_rng(seed)
    X = random.normal(size=(41, 3)).astype(np.float32).astype(float)  # trees see 32 bits
    y = random.integers(3, size=41)
    tree = DecisionTreeClassifier(max_depth=1, random_state=0).fit(X, y).tree_

    _, threshold, impurity = best_split(X.tolist(), y.tolist())
    sizes, impurities = tree.n_node_samples[1:], tree.impurity[1:]
    assert impurity == pytest.approx(np.average(impurities, weights=sizes))
    assert threshold == pytest.approx(tree.threshold[0])
