import numpy as np
import pytest
from scipy.special import softmax

from tests.snippets.load import load

program = load("intermediate/nan-debugging")


def test_the_stable_softmax_is_scipys():
    z = np.array([1000.0, 998.0, -5.0])
    assert program["softmax"](z, True) == pytest.approx(softmax(z))


def test_the_loss_overflows_at_step_64_and_the_weight_at_128():
    with np.errstate(all="ignore"):
        found = program["train"](1.5)
    assert found == {"loss inf": 64, "weight inf": 128, "loss nan": 129, "weight nan": 129}
