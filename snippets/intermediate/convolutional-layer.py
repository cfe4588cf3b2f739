"""A convolutional layer from scratch: its output, its shapes and its parameters."""

import numpy as np


# --8<-- [start:layer]
def output_size(size, kernel, stride=1, padding=0, dilation=1):
    """The height or width that comes out of a layer."""
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    """x: (C_in, H, W), weight: (C_out, C_in, K, K), bias: (C_out,) -> (C_out, H', W')."""
    kernel = weight.shape[-1]
    height, width = (output_size(n, kernel, stride, padding, dilation) for n in x.shape[1:])
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    reach = dilation * (kernel - 1) + 1
    out = np.empty((len(weight), height, width))
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            window = x[:, top : top + reach : dilation, left : left + reach : dilation]
            out[:, i, j] = (weight * window).sum(axis=(1, 2, 3)) + bias
    return out


# --8<-- [end:layer]


# --8<-- [start:parameters]
def parameters(kernel, c_in, c_out, groups=1):
    """Weights and biases; with groups, a filter sees only c_in / groups channels."""
    return kernel * kernel * (c_in // groups) * c_out + c_out


# --8<-- [end:parameters]
# --8<-- [start:edge]
edge = np.array([[-1, 0, 1]] * 3)  # right column minus left column
image = np.array([[0, 0, 0, 1, 1]] * 5)  # dark on the left, bright on the right
moved = np.array([[0, 0, 0, 0, 1]] * 5)  # the same, one pixel to the right
for x in (image, moved):
    y = conv2d(x[None], edge[None, None], bias=np.zeros(1))
    print(f"each row {x[0]} -> {y[0, 0].astype(int)}, shape {y.shape}")
# --8<-- [end:edge]

# --8<-- [start:shapes]
print("3x3, 3 to 64:    ", output_size(224, 3, padding=1), f"{parameters(3, 3, 64):,}")
print("7x7, stride 2:   ", output_size(224, 7, 2, 3), f"{parameters(7, 3, 64):,}")
print("3x3, dilation 2: ", output_size(112, 3, 1, 2, 2), f"{parameters(3, 64, 128):,}")
print("3x3 depthwise:   ", output_size(112, 3, 1, 1), f"{parameters(3, 64, 64, groups=64):,}")
print("1x1, 64 to 128:  ", output_size(112, 1), f"{parameters(1, 64, 128):,}")
# --8<-- [end:shapes]
