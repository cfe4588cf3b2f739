def conv2d(image, kernels, bias, stride=1, padding=0):
    """What a convolutional layer computes: the cross-correlation with each kernel, plus a bias."""
    padded = [pad(channel, padding) for channel in image]
    h, w = len(kernels[0][0]), len(kernels[0][0][0])
    if h > len(padded[0]) or w > len(padded[0][0]):
        raise ValueError("the kernel is larger than the padded image")
    tops = range(0, len(padded[0]) - h + 1, stride)  # where a whole window still fits
    lefts = range(0, len(padded[0][0]) - w + 1, stride)

    def response(kernel, top, left):
        return sum(
            weight * channel[top + i][left + j]
            for channel, weights in zip(padded, kernel, strict=True)
            for i, row in enumerate(weights)
            for j, weight in enumerate(row)
        )

    return [
        [[response(kernel, top, left) + b for left in lefts] for top in tops]
        for kernel, b in zip(kernels, bias, strict=True)
    ]


def pad(channel, p):
    """A channel with p zeros on each side."""
    width = len(channel[0]) + 2 * p
    inner = [[0] * p + row + [0] * p for row in channel]
    above, below = ([[0] * width for _ in range(p)] for _ in range(2))
    return above + inner + below
