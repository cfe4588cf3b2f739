import numpy as np
import pytest

from tests.challenges.load import load

rotary_embedding = load("rotary-embedding")


@pytest.mark.parametrize("base", [100.0, 10000.0])
@pytest.mark.parametrize("d", [2, 6, 64])
def test_a_pair_is_a_complex_number_that_turns(d, base):
    rng = np.random.default_rng(d)
    x, positions = rng.normal(size=(5, d)), rng.integers(0, 4000, size=5)
    turned = (x[:, 0::2] + 1j * x[:, 1::2]) * np.exp(
        1j * np.outer(positions, base ** (-np.arange(0, d, 2) / d))
    )
    came = np.array(rotary_embedding(x.tolist(), positions.tolist(), base))
    assert came[:, 0::2] == pytest.approx(turned.real, abs=1e-9)
    assert came[:, 1::2] == pytest.approx(turned.imag, abs=1e-9)
