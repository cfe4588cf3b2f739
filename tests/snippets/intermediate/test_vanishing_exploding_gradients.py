import numpy as np
import pytest

from tests.snippets.load import load

program = load("intermediate/vanishing-exploding-gradients")


def test_the_backward_pass_agrees_with_a_finite_difference():
    """One layer: the gradient of v·sigmoid(Wh) with respect to h, by differences."""
    rng = np.random.default_rng(0)
    h = rng.normal(size=4)
    W = rng.normal(0, np.sqrt(1 / 4), (4, 4))
    v = rng.normal(size=4)

    def output(h):
        return v @ program["sigmoid"](W @ h)[0]

    steps = 1e-6 * np.eye(4)
    gradient = [(output(h + step) - output(h - step)) / 2e-6 for step in steps]
    norms = program["gradient_norms"](program["sigmoid"], 1, depth=1, width=4)
    assert norms[0] == pytest.approx(np.linalg.norm(gradient) / np.linalg.norm(v), rel=1e-6)


def test_the_mean_square_follows_the_theory():
    """With ReLU the squared norm is multiplied by scale / 2 at each layer, on average."""
    runs = [program["gradient_norms"](program["relu"], 3, depth=4, seed=s)[0] for s in range(40)]
    assert np.mean(np.square(runs)) == pytest.approx(1.5**4, rel=0.1)


def test_clipping_keeps_the_direction():
    g = np.array([-6.0, 8.0])
    assert program["clip"](g, 5) == pytest.approx(g / 2)
    assert program["clip"](g, 20) == pytest.approx(g)
