import numpy as np
import pytest

from tests.snippets.load import load

program = load("intermediate/decision-tree-pruning")
X, y = program["X"], program["y"]


def test_every_alpha_of_the_path_has_a_tree_of_its_own():
    leaves = [program["tree"](alpha).fit(X, y).get_n_leaves() for alpha in program["alphas"]]
    assert leaves == sorted(set(leaves), reverse=True)
    assert leaves[0] == program["tree"](0).fit(X, y).get_n_leaves()


def test_the_simplest_tree_is_within_one_standard_error_and_the_next_is_not():
    accuracy, best, simplest = program["accuracy"], program["best"], program["simplest"]
    bound = accuracy[best] - program["error"][best]
    assert accuracy[simplest] >= bound
    assert all(accuracy[simplest + 1 :] < bound)
    assert accuracy[best] == pytest.approx(np.max(accuracy))
