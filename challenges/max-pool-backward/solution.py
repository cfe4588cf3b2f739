def max_pool_backward(x, grad_y, size, stride):
    """The gradient of a loss through a max-pooling layer: each window's goes to its maximum."""
    grad_x = [[0.0] * len(row) for row in x]
    for i, grad_row in enumerate(grad_y):
        for j, grad in enumerate(grad_row):
            row, column = place_of_maximum(x, i * stride, j * stride, size)
            grad_x[row][column] += grad  # adds up where windows overlap
    return grad_x


def place_of_maximum(x, top, left, size):
    """Where the window's first largest number stands, row by row."""
    window = [(r, c) for r in range(top, top + size) for c in range(left, left + size)]
    return max(window, key=lambda place: x[place[0]][place[1]])  # the first of several
