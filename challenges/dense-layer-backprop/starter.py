def dense_backward(x, W, grad_y):
    """The gradients of a loss through the dense layer y = xW + b.

    x: n rows of d floats, the inputs of the layer
    W: d rows of m floats, the weights
    grad_y: n rows of m floats, the derivative of the loss by each output
    Returns (grad_W, grad_b, grad_x) in the shapes of W (d rows of m), b (m floats) and x (n rows
    of d).
    """
    ...
