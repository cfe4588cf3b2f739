def isotonic(y, weights=None):
    """The non-decreasing sequence that is closest to y in weighted squared distance."""
    if weights is None:
        weights = [1] * len(y)
    blocks = []  # (mean, weight, length), with increasing means
    for mean, weight in zip(y, weights, strict=True):
        length = 1
        while blocks and blocks[-1][0] >= mean:  # the last block is too high: pool the two
            other_mean, other_weight, other_length = blocks.pop()
            total = weight + other_weight
            mean = (weight * mean + other_weight * other_mean) / total
            weight, length = total, length + other_length
        blocks.append((mean, weight, length))
    return [mean for mean, _, length in blocks for _ in range(length)]
