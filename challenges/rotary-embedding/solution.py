from math import cos, sin


def rotary_embedding(x, positions, base=10000.0):
    """Each row with its pairs of neighboring features rotated, the i-th by p / base ** (2i / d)."""
    return [rotated(row, position, base) for row, position in zip(x, positions, strict=True)]


def rotated(row, position, base):
    d = len(row)
    if d % 2:
        raise ValueError("the features can't be paired: d is odd")
    result = []
    for i in range(0, d, 2):
        a, b = row[i], row[i + 1]
        angle = position * base ** (-i / d)
        result += [a * cos(angle) - b * sin(angle), a * sin(angle) + b * cos(angle)]
    return result
