import numpy as np
import pytest

from tests.challenges.load import load

sinusoidal_positions = load("sinusoidal-positions")


@pytest.mark.parametrize(("n", "d"), [(1, 2), (50, 4), (300, 64)])
def test_a_pair_is_a_complex_wave(n, d):
    angles = np.outer(np.arange(n), np.geomspace(1, 10000 ** (2 / d - 1), d // 2))
    waves = np.exp(1j * angles)
    rows = np.array(sinusoidal_positions(n, d))
    assert rows[:, 0::2] == pytest.approx(waves.imag, abs=1e-9)
    assert rows[:, 1::2] == pytest.approx(waves.real, abs=1e-9)
