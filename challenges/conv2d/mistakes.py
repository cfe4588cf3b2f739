from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "flips the kernel",
        instead_of="channel[top + i][left + j]",
        writes="channel[top + h - 1 - i][left + w - 1 - j]",
        fails="the example",
    ),
    Mistake(
        "misses the last row of windows",
        instead_of="len(padded[0]) - h + 1, stride",
        writes="len(padded[0]) - h, stride",
        fails="the example",
    ),
    Mistake(
        "ignores the stride to the right",
        instead_of="len(padded[0][0]) - w + 1, stride",
        writes="len(padded[0][0]) - w + 1",
        fails="padding and stride",
    ),
    Mistake(
        "pads in front only",
        instead_of="[0] * p + row + [0] * p",
        writes="[0] * (2 * p) + row",
        fails="padding and stride",
    ),
    Mistake(
        "takes the kernel to be square",
        instead_of="len(kernels[0][0][0])",
        writes="len(kernels[0][0])",
        fails="an image that is wider than high, a kernel that is higher than wide",
    ),
    Mistake(
        "returns an empty map",
        instead_of='raise ValueError("the kernel is larger than the padded image")',
        writes="return [[] for _ in kernels]",
        fails="a kernel that is too wide",
    ),
    Mistake(
        "adds the bias for every channel",
        instead_of="response(kernel, top, left) + b for",
        writes="response(kernel, top, left) + b * len(kernel) for",
        fails="the bias is added once, whatever the number of channels",
    ),
    Mistake(
        "takes the image to be square when it pads",
        instead_of="width = len(channel[0])",
        writes="width = len(channel)",
        fails="padding around a wide image",
    ),
    Mistake(
        "checks the width alone",
        instead_of="h > len(padded[0]) or w > len(padded[0][0])",
        writes="w > len(padded[0][0])",
        fails="a kernel that is too high",
    ),
)
