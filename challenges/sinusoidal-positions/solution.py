from math import cos, sin


def sinusoidal_positions(n, d):
    """The position encodings of the original transformer: n rows of sines and cosines."""
    if d < 2 or d % 2:
        raise ValueError("sines and cosines come in pairs: d must be even and at least 2")
    frequencies = [10000 ** (-i / d) for i in range(0, d, 2)]
    return [
        [wave(position * frequency) for frequency in frequencies for wave in (sin, cos)]
        for position in range(n)
    ]
