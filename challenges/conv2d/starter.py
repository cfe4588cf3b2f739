def conv2d(image, kernels, bias, stride=1, padding=0):
    """What a convolutional layer computes: one map per kernel.

    image: C channels of H rows of W numbers
    kernels: K kernels, each of C channels of h rows of w numbers
    bias: K numbers
    stride: how far the window moves, down and to the right
    padding: how many zeros are put on each of the four sides
    Returns K maps, lists of rows. Raises ValueError if the kernel is larger than the padded image.
    """
    ...
