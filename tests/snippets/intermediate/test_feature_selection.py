import numpy as np

from tests.snippets.load import load

program = load("intermediate/feature-selection")


def test_a_filter_misses_the_pair_and_impurity_prefers_noise():
    names = list(program["features"])
    ranks = program["rankings"]
    assert max(ranks["mutual"][names.index(pair)] for pair in ("xor_a", "xor_b")) < 0.005
    assert names[np.argmax(ranks["impurity"])] == "row id"
    assert names[np.argmax(ranks["permuted"])] == "main"
