def max_pool_backward(x, grad_y, size, stride):
    """The gradient of a loss through a max-pooling layer, for one channel.

    x: H rows of W floats, the input of the layer
    grad_y: one row for each row of windows, with one float for each window: the derivative of the
        loss by that window's maximum
    size: the height and width of a window
    stride: the step from one window to the next, down and to the right
    Returns H rows of W floats, the derivative of the loss by each input.
    """
    ...
