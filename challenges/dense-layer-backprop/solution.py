def dense_backward(x, W, grad_y):
    """The gradients of a loss through the dense layer y = xW + b."""
    d, m, n = len(W), len(W[0]), len(x)
    grad_W = [[sum(x[k][i] * grad_y[k][j] for k in range(n)) for j in range(m)] for i in range(d)]
    grad_b = [sum(grad_y[k][j] for k in range(n)) for j in range(m)]
    grad_x = [[sum(grad_y[k][j] * W[i][j] for j in range(m)) for i in range(d)] for k in range(n)]
    return grad_W, grad_b, grad_x
